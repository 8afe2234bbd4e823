/**
 * Matters beside the procedure: a return that somebody wants, a nationality, statelessness. No rule of the clocks counts anything
 * here: no period for them was found in a source, so nothing is computed.
 */

export const MATTERS = [
  'voluntary_return',
  'declaration',
  'naturalisation',
  'recovery',
  'statelessness',
] as const
export type Matter = (typeof MATTERS)[number]

const RETURN_STEPS = [
  'informed',
  'counselled',
  'applied',
  'planned',
  'left',
  'withdrawn',
  'cancelled',
] as const
const STATUS_STEPS = ['informed', 'filed', 'refused', 'appealed', 'acquired', 'withdrawn'] as const
export const STEPS = [
  'informed',
  'counselled',
  'applied',
  'planned',
  'left',
  'filed',
  'refused',
  'appealed',
  'acquired',
  'withdrawn',
  'cancelled',
] as const
export type Step = (typeof STEPS)[number]

/** What can happen in a matter. */
export const stepsOf = (matter: Matter): readonly Step[] =>
  matter === 'voluntary_return' ? RETURN_STEPS : STATUS_STEPS

export const PROGRAMMES = ['fedasil', 'iom', 'own_means'] as const

/** What makes us doubt that a return is voluntary: our own list. Health is no code here; it belongs to the words. */
export const DOUBTS = [
  'held',
  'removal_threatened',
  'no_shelter',
  'procedure_open',
  'not_understood',
  'told_wrong',
  'in_haste',
  'pressed',
  'minor_alone',
  'afraid',
] as const

/** A departure is planned for a day to come; everything else has happened. */
export const isPlan = (step: Step): boolean => step === 'planned'
