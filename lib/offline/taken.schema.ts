import * as z from 'zod/mini'
import { WAYS } from '@/lib/activities/activity.rules'
import { CHANNELS, MESSAGES, OWNERS } from '@/lib/contacts/contact.rules'
import { SECTIONS } from '@/lib/detention/conversation.rules'
import { LOCALES } from '@/lib/i18n/locales'
import { isDay } from '@/lib/shared/dates'

/**
 * What a phone takes along of a visit: what the form of a visit needs, as data, for at most thirty people. Initials and codes stand in the
 * place of names. Nothing of a restricted or sealed file or of one about trafficking is in it, and nothing says that something was left out.
 */

/** People planned, then those in the centre. */
export const MOST_TAKEN = 30

const id = z.uuid()
const day = z.string().check(z.refine(isDay))
const moment = z.iso.datetime()
const named = z.strictObject({ id, name: z.string() })
const choice = z.strictObject({ code: z.string(), label: z.string() })

/** One person in the list of the form (RosterPerson, without the name). */
const taken = z.strictObject({
  caseId: id,
  personId: id,
  code: z.string(),
  full: z.null(),
  initials: z.string(),
  nextStep: z.nullable(z.strictObject({ text: z.string(), on: z.nullable(day) })),
  alert: z.nullable(z.string()),
  known: z.string(),
  section: z.nullable(z.enum(SECTIONS.codes)),
})

/** The public key to which texts are sealed: base64url of the 65 bytes of a point of P-256. */
export const sealingKeySchema = z.strictObject({ id, public: z.string(), until: moment })
export type SealingKey = z.output<typeof sealingKeySchema>

export const takenSchema = z.strictObject({
  v: z.literal(1),
  id,
  takenAt: moment,
  /** Midnight in Brussels after the day of the visit, at most 36 hours from `takenAt`. */
  until: moment,
  on: day,
  locale: z.enum(LOCALES.codes),
  centre: z.strictObject({ id, slug: z.string(), label: z.string() }),
  /** The props of VisitWriting, as they are (components/detention/visit-props.ts); the next step of each person stands with them. */
  writing: z.strictObject({
    today: day,
    locale: z.enum(LOCALES.codes),
    actorId: id,
    centre: z.strictObject({
      id,
      slug: z.string(),
      label: z.string(),
      accreditations: z.array(z.strictObject({ from: day, until: day })),
    }),
    teams: z.array(named),
    colleagues: z.array(named),
    proposal: z.nullable(
      z.strictObject({
        onDate: day,
        startsAt: z.nullable(z.string()),
        endsAt: z.nullable(z.string()),
        visitors: z.array(id),
        teamId: z.nullable(id),
      }),
    ),
    here: z.array(taken),
    elsewhere: z.array(taken),
    more: z.boolean(),
    cutAt: z.nullable(z.int()),
    choices: z.strictObject({
      topics: z.array(choice),
      actions: z.array(choice),
      requests: z.array(choice),
      signals: z.array(choice),
      themes: z.array(choice),
    }),
  }),
  /** What the form of an activity asks. Not there in what an earlier build took along. */
  activity: z.optional(
    z.strictObject({
      places: z.array(named),
      projects: z.array(named),
      way: z.enum(WAYS.codes),
      projectId: z.string(),
    }),
  ),
  /** How each person is reached without harm: the rules only, never the number or the agreed word. */
  rules: z.array(
    z.strictObject({
      caseId: id,
      personId: id,
      contacts: z.array(
        z.strictObject({
          id,
          channel: z.enum(CHANNELS.codes),
          owner: z.enum(OWNERS.codes),
          message: z.enum(MESSAGES.codes),
          sayWeAre: z.string(),
        }),
      ),
    }),
  ),
  /** Numbers of the office; urgent numbers of everyone are with the facts of the shell. */
  telephones: z.array(z.strictObject({ name: z.string(), number: z.string() })),
  key: sealingKeySchema,
})
export type Taken = z.output<typeof takenSchema>
