import type { TermKey } from '@/components/layout/term'

/** Every word that is explained, in the order of its English name. */
export const TERMS = [
  'accreditation',
  'appeal',
  'borderProcedure',
  'closedCentre',
  'consent',
  'councilChamber',
  'deadline',
  'detentionOrder',
  'draft',
  'dublin',
  'duplicate',
  'emergencyAccess',
  'erasure',
  'guardian',
  'guest',
  'handover',
  'nextStep',
  'notified',
  'release',
  'restricted',
  'retention',
  'review',
  'rule',
  'safeContact',
  'signal',
  'suspensive',
  'takenInCharge',
  'treatedAsMinor',
  'visitSheet',
] as const satisfies readonly TermKey[]

export const isTerm = (text: string | undefined): text is TermKey => TERMS.some((one) => one === text)
