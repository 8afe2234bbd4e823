import 'server-only'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { PERSON_FIELD_NAMES, type PersonField } from '@/lib/people/person-field.rules'
import { listClaims } from '@/lib/people/withdrawal.data'
import type { Claim, WithdrawnBecause } from '@/lib/people/withdrawal.rules'
import { type Day, dayOf } from '@/lib/shared/dates'
import { isClosed, TURNS } from './case.rules'
import type { CaseHeader } from './case-header.data'
import type { NextStep } from './file-rows.data'
import { listReplaced, type Replaced, readKeptSince } from './former.data'
import { FILE_FIELDS, type FileField, stoodOn, valueOn, wasClosedOn } from './known.rules'
import { listPlaceChanges, type PlaceChange } from './place.data'

/** One change of what a file knows, beside what was written over. `by` is null where the audit log of this file does not say it: said at its beginning, in a visit, or in another file. */
type Statement = { readonly at: Date; readonly by: string | null } & (
  | { readonly kind: 'said'; readonly claim: Claim }
  | { readonly kind: 'withdrawn'; readonly claim: Claim; readonly because: WithdrawnBecause }
  | { readonly kind: 'handed'; readonly from: string; readonly to: string }
  | { readonly kind: 'closed' | 'reopened' }
)
export type Change = Statement | Replaced | PlaceChange
export type Known = {
  /** The newest first; with a day, those until its end. */
  readonly changes: readonly Change[]
  readonly asOf: {
    readonly on: Day
    /** False for a day before the file began. */
    readonly isThere: boolean
    readonly claims: readonly Claim[]
    readonly worker: string
    readonly isClosed: boolean
    /** Null for a day of which no one knows what stood where something else stands now. */
    readonly single: Single | null
  } | null
  /** From which day on what is written over is kept; null where that is the whole life of the file. */
  readonly keptSince: Day | null
}
/** What has one value at a time, as it stood. */
type Single = {
  readonly ofFile: readonly { readonly field: FileField; readonly value: string }[]
  readonly ofPeople: readonly {
    readonly personId: string
    readonly field: PersonField
    readonly value: string
  }[]
  readonly step: NextStep | null
}

const authors = z.array(
  z.object({ name: z.string(), saidAt: z.string().nullable(), claimId: z.string().nullable() }),
)

/** Who said or withdrew what in this file: the audit log names the claim that was withdrawn, and the moment that the rows of one adding bear. */
const listAuthors = async (work: Work, caseId: string) => {
  const found = authors.parse(
    await work.tx.$queryRaw`
      SELECT s.name, e.detail->>'saidAt' AS "saidAt", e.detail->>'claimId' AS "claimId"
        FROM audit_event e JOIN staff s ON s.id = e.actor_id
       WHERE e.case_id = ${caseId}::uuid AND (e.event = 'claim.withdrawn' OR (e.event = 'case.edited' AND e.detail ? 'saidAt'))`,
  )
  const said = new Map(found.map(({ saidAt, name }) => [saidAt, name]))
  const withdrawn = new Map(found.map(({ claimId, name }) => [claimId, name]))
  return {
    ofSaid: ({ recordedAt }: Claim): string | null => said.get(String(recordedAt.getTime())) ?? null,
    ofWithdrawal: ({ id }: Claim): string | null => withdrawn.get(id) ?? null,
  }
}

const singleOn = (
  caseHeader: CaseHeader,
  { ofFile, ofPeople, steps }: Awaited<ReturnType<typeof listReplaced>>,
  on: Day,
): Single => ({
  ofFile: FILE_FIELDS.codes.map((field) => ({
    field,
    value: valueOn(
      ofFile.filter((one) => one.field === field),
      caseHeader[field],
      on,
    ),
  })),
  ofPeople: [...caseHeader.people, ...caseHeader.former].flatMap((person) =>
    PERSON_FIELD_NAMES.codes.map((field) => ({
      personId: person.id,
      field,
      value: valueOn(
        ofPeople.filter((one) => one.personId === person.id && one.field === field && !one.isOfMerged),
        person[field],
        on,
      ),
    })),
  ),
  step: valueOn(steps, caseHeader.nextStep, on),
})

/** What the file knows of its people and who had it, change by change, and as it was on a day. */
export const readKnown = async (work: Work, caseHeader: CaseHeader, on: Day | null): Promise<Known> => {
  const claims = await listClaims(
    work,
    [...caseHeader.people, ...caseHeader.former].map(({ id }) => id),
  )
  const handed = await work.tx.caseAssignment.findMany({
    where: { caseId: caseHeader.id },
    select: {
      assignedAt: true,
      from: { select: { name: true } },
      to: { select: { name: true } },
      by: { select: { name: true } },
    },
  })
  const turned = await work.tx.caseClosing.findMany({
    where: { caseId: caseHeader.id },
    select: { createdAt: true, kind: true, creator: { select: { name: true } } },
  })
  const author = await listAuthors(work, caseHeader.id)
  const replaced = await listReplaced(work, caseHeader)
  const keptSince = await readKeptSince(work, caseHeader)
  const changes: Change[] = [
    ...claims.flatMap((claim): Change[] => {
      const { recordedAt: at, withdrawn } = claim
      const said: Change = { kind: 'said', claim, at, by: author.ofSaid(claim) }
      return withdrawn === null
        ? [said]
        : [said, { kind: 'withdrawn', claim, ...withdrawn, by: author.ofWithdrawal(claim) }]
    }),
    ...handed.map(({ assignedAt, from, to, by: { name } }) => ({
      kind: 'handed' as const,
      at: assignedAt,
      by: name,
      from: from.name,
      to: to.name,
    })),
    ...turned.map(({ createdAt, kind, creator }) => ({
      kind: TURNS.read(kind),
      at: createdAt,
      by: creator.name,
    })),
    ...replaced.ofPeople,
    // A closing and an opening again have their own line, with what was said of them.
    ...replaced.ofFile.filter(
      ({ field, was, now }) => field !== 'status' || !(isClosed(was) || isClosed(now)),
    ),
    ...replaced.steps,
    ...(await listPlaceChanges(work, caseHeader)),
  ].sort((a, b) => b.at.getTime() - a.at.getTime())
  if (on === null) return { changes, asOf: null, keptSince }
  return {
    keptSince,
    changes: changes.filter(({ at }) => dayOf(at) <= on),
    asOf: {
      on,
      isThere: caseHeader.openedOn <= on,
      claims: claims.filter((claim) => stoodOn(claim, on)),
      worker: valueOn(
        handed.map(({ assignedAt: at, from }) => ({ at, was: from.name })),
        caseHeader.worker.name,
        on,
      ),
      // A file that came closed has no row of its closing.
      isClosed:
        turned.length === 0
          ? caseHeader.closedOn !== null && caseHeader.closedOn <= on
          : wasClosedOn(
              turned.map(({ createdAt: at, kind }) => ({ at, isClosed: TURNS.read(kind) === 'closed' })),
              on,
            ),
      single: keptSince !== null && on < keptSince ? null : singleOn(caseHeader, replaced, on),
    },
  }
}
