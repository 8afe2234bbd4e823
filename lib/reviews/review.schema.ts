import * as z from 'zod/mini'
import { DANGER_REASONS } from '@/lib/cases/danger.rules'
import { AGE_BASES, AGE_SILENCES } from '@/lib/people/age.rules'
import { AGE_SOURCE_CODES, SEEN } from '@/lib/people/age-source.rules'
import { DECISIONS, DUE_IN, LONGEST_TEXT, REVIEW_AFTER } from './review.rules'

const text = z.string().check(z.trim(), z.maxLength(LONGEST_TEXT, 'tooLong'))
const inReview = { reviewId: z.uuid(), caseId: z.uuid() }

/** The view that is gone through, as it stands in the address of the caseload. */
export const startSchema = z.strictObject({ query: z.string().check(z.maxLength(2_000)) })

export const decisionSchema = z
  .strictObject({
    ...inReview,
    decision: z.enum(DECISIONS.codes),
    /** What is to be done or asked, in the reviewer's words; empty when all is well, but for a critical signal: then why all is well. */
    text,
    dueIn: z.enum(DUE_IN.codes),
    reviewAfter: z.union(REVIEW_AFTER.map((days) => z.literal(days))),
    /** Seconds before the file. */
    seconds: z.int().check(z.minimum(0), z.maximum(86_400)),
    /** The file that stood on the screen next: shown without a request of its own, so this one tells the audit log. */
    shownId: z.nullable(z.uuid()),
  })
  .check(
    z.refine(({ decision, text: written }) => decision === 'fine' || written !== '', {
      path: ['text'],
      error: 'required',
    }),
  )

export const fileOfReviewSchema = z.strictObject(inReview)
export const reviewSchema = z.strictObject({ reviewId: z.uuid() })

const ids = z.array(z.uuid()).check(z.minLength(1), z.maxLength(6))
/** Which files a page asks for ahead. */
export const filesQuery = z.object({
  review: z.uuid(),
  files: z.pipe(
    z.pipe(
      z.string(),
      z.transform((list) => list.split(',')),
    ),
    ids,
  ),
})

const day = z.string()
const labelled = z.object({
  labelEn: z.string(),
  labelFr: z.string(),
  labelNl: z.string(),
  labelDe: z.string(),
})
const ageClaim = z.object({
  basis: z.enum([...AGE_BASES.codes, ...AGE_SILENCES.codes]),
  what: z.nullable(
    z.discriminatedUnion('form', [
      z.object({ form: z.literal('age'), from: z.number(), to: z.number() }),
      z.object({ form: z.literal('tested'), tenths: z.number(), margin: z.number() }),
      z.object({ form: z.literal('born'), when: z.string(), text: z.string() }),
    ]),
  ),
  asOf: day,
  source: z.nullable(z.enum(AGE_SOURCE_CODES.codes)),
  seen: z.nullable(z.enum(SEEN.codes)),
  bornEarliest: z.nullable(day),
  bornLatest: z.nullable(day),
})
const change = z.object({
  id: z.string(),
  kind: z.enum(['encounter', 'note', 'signal', 'answer', 'task', 'taskDone', 'handover']),
  on: day,
  by: z.string(),
  /** A code of the kind's own list, or nothing. */
  code: z.string(),
  severity: z.string(),
  text: z.string(),
})
export type Change = z.infer<typeof change>

/** A file as the review shows it: made by the server, read by the page, which keeps the next ones at hand. */
export const reviewFileSchema = z.object({
  caseId: z.uuid(),
  code: z.string(),
  /** Null of a restricted file: in a list nothing says what it is about. */
  kind: z.nullable(z.string()),
  status: z.string(),
  risk: z.string(),
  isRestricted: z.boolean(),
  worker: z.string(),
  people: z.array(
    z.object({
      id: z.string(),
      /** Null in discreet mode: the name does not come to the device then. */
      full: z.nullable(z.string()),
      initials: z.string(),
      ageClaims: z.array(ageClaim),
      nationalities: z.array(z.object({ country: z.string(), certainty: z.string() })),
      languages: z.array(z.object({ language: z.string(), level: z.string() })),
      stay: z.nullable(z.object({ place: labelled, since: z.nullable(day) })),
    }),
  ),
  nextStep: z.nullable(z.object({ text: z.string(), on: z.nullable(day) })),
  lastContactOn: z.nullable(day),
  nextContactOn: z.nullable(day),
  /** Why the file comes first, the strongest first; empty when nothing is dangerous. */
  dangers: z.array(z.object({ reason: z.enum(DANGER_REASONS.codes), on: z.nullable(day) })),
  /** Without an answer, with what was written. */
  signals: z.array(
    z.object({ id: z.string(), code: z.string(), severity: z.string(), on: day, text: z.string() }),
  ),
  /** Acts in their last days. */
  acts: z.array(
    z.object({
      id: z.string(),
      /** Null where it would say what a restricted file is about. */
      title: z.nullable(z.object({ en: z.string(), fr: z.string(), nl: z.string(), de: z.string() })),
      until: day,
    }),
  ),
  tasks: z.array(z.object({ id: z.string(), text: z.string(), on: z.nullable(day) })),
  /** The open goals of the plan, and how far each has come. */
  plan: z.array(z.object({ id: z.string(), text: z.string(), steps: z.number(), done: z.number() })),
  /** The day of one's own last review of this file; null for the first. */
  since: z.nullable(day),
  changes: z.array(change),
  /** The last notes that are not among the changes. */
  notes: z.array(change),
})
export type ReviewFile = z.infer<typeof reviewFileSchema>
export const reviewFilesSchema = z.array(reviewFileSchema)
