import type { Prisma } from '../../lib/db/generated/client'
import type { Urgency } from '../../lib/referrals/referral.rules'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import { MEDICAL_CENTRE } from './demo-partner-rows'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

type Tools = { readonly tx: Prisma.TransactionClient; readonly encrypter: Encrypter; readonly today: Day }

type Told = {
  readonly bodySlug: string | null
  readonly partnerId?: string | undefined
  readonly kind: string
  readonly urgency: Urgency
  readonly to: string
  readonly asked: string
  readonly fields: readonly string[]
  /** What happened, each so many days ago. */
  readonly steps: readonly { readonly kind: string; readonly ago: number; readonly words: string }[]
}

const insertReferral = async ({ tx, encrypter, today }: Tools, of: Known, told: Told): Promise<void> => {
  const id = newId()
  const holder = { kind: 'file', id: of.caseId } as const
  const { caseId, personId } = of
  const createdBy = of.worker.id
  const { bodySlug, partnerId, kind, urgency, to, asked, fields, steps } = told
  await tx.referral.createMany({
    data: [
      {
        ...{
          id,
          caseId,
          personId,
          createdBy,
          subjectId: id,
          revision: 1,
          bodySlug,
          kind,
          partnerId: partnerId ?? null,
        },
        urgency,
        fields: [...fields],
        language: 'fr',
        toCipher: encrypter.encrypt(holder, 'referral', id, 'to', 1, to),
        askedCipher: encrypter.encrypt(holder, 'referral', id, 'asked', 1, asked),
      },
    ],
  })
  await tx.referralStep.createMany({
    data: steps.map(({ kind: step, ago, words }) => {
      const stepId = newId()
      const isSent = step === 'sent'
      return {
        ...{ id: stepId, caseId, referralId: id, createdBy, kind: step },
        onDay: toDate(addDays(today, -ago)),
        way: step === 'told' ? 'phone' : isSent ? 'handed_over' : null,
        ground: isSent ? 'legal_claims' : null,
        wordsCipher: encrypter.encrypt(holder, 'referral_step', stepId, 'words', 1, words),
      }
    }),
  })
}

/** What someone told of their work in a kitchen. */
const insertAccount = async ({ tx, encrypter, today }: Tools, of: Known): Promise<void> => {
  const { caseId } = of
  const createdBy = of.worker.id
  const holder = { kind: 'file', id: caseId } as const
  const [id, stageId] = [newId(), newId()]
  const answers = {
    ...{ danger: 'no', safe: 'yes', alone: 'yes', interpreter: 'yes', held: 'yes' },
    ...{ forms: ['labour', 'domestic_servitude'], mainForm: 'labour', sector: 'hospitality' },
    ...{ region: 'brussels', recruitedIn: 'MA' },
    ...{ explained: ['centres', 'reflection'], explainedIn: 'anglais', choice: 'wants_time' },
    choiceOn: addDays(today, -3),
  }
  const padded = JSON.stringify(answers).padEnd(1200)
  await tx.traffickingAccount.createMany({
    data: [
      {
        ...{ id, caseId, createdBy, revision: 1 },
        answersCipher: encrypter.encrypt(holder, 'trafficking_account', id, 'answers', 1, padded),
      },
    ],
  })
  await tx.traffickingSign.createMany({
    data: (['documents_withheld', 'excessive_hours'] as const).map((sign) => {
      const signId = newId()
      const text = JSON.stringify({ sign, grade: 'medium', source: 'told' }).padEnd(100)
      return {
        ...{ id: signId, caseId, createdBy, subjectId: signId, revision: 1 },
        signCipher: encrypter.encrypt(holder, 'trafficking_sign', signId, 'sign', 1, text),
      }
    }),
  })
  const onDay = toDate(addDays(today, -5))
  await tx.traffickingEvent.createMany({
    data: [{ id: stageId, caseId, createdBy, subjectId: stageId, revision: 1, kind: 'detection', onDay }],
  })
}

/** Two referrals of the demo: one accepted, one told; and a restricted file in which something is suspected. */
export const insertDemoReferrals = async (
  tools: Tools,
  {
    accepted,
    apart,
    partners,
  }: {
    readonly accepted: Known
    readonly apart: Known
    /** Partners by their names. */
    readonly partners: ReadonlyMap<string, string>
  },
): Promise<void> => {
  await insertReferral(tools, accepted, {
    bodySlug: null,
    partnerId: partners.get(MEDICAL_CENTRE),
    kind: 'health',
    urgency: 'this_week',
    to: MEDICAL_CENTRE,
    asked: 'Un premier rendez-vous, avec interprète.',
    fields: ['initials', 'code', 'age', 'language', 'worker'],
    steps: [
      { kind: 'told', ago: 9, words: 'L’accueil nous attend.' },
      { kind: 'sent', ago: 8, words: 'Remis à la personne, qui le porte elle-même.' },
      { kind: 'accepted', ago: 6, words: 'Rendez-vous fixé.' },
    ],
  })
  await insertAccount(tools, apart)
  await insertReferral(tools, apart, {
    bodySlug: 'pag-asa',
    kind: 'specialised_centre',
    urgency: 'now',
    to: 'PAG-ASA',
    asked: 'Un entretien au centre fermé, dès aujourd’hui.',
    fields: [
      'initials',
      'code',
      'age',
      'minority',
      'language',
      'worker',
      'reach',
      'danger',
      'form',
      'region',
      'held',
    ],
    steps: [{ kind: 'told', ago: 1, words: 'Elles rappellent demain.' }],
  })
}
