import type { Row, Rows, Table } from './given/rows'
import type { RandomDraw } from './random-draw'
import { plus } from './recounts/calendar'

// Work outside the centres, enquiries and projects of a random organisation: corrected, taken back, of no project and of a closed one.

type Given = {
  readonly draw: RandomDraw
  readonly organisationId: string
  readonly admin: string
  readonly offices: readonly { readonly id: string; readonly workers: readonly string[] }[]
  readonly places: readonly string[]
}
type File = { readonly id: string; readonly workerId: string; readonly people: readonly string[] }

const WAYS = ['office', 'phone', 'written', 'court', 'reception', 'return_home', 'outreach']

/** Written after all else and drawn from a row of numbers of its own, so that a seed gives the people and files that it gave before. */
export const inventActivities = (
  { draw, organisationId, admin, offices, places }: Given,
  rows: Rows,
  files: readonly File[],
): void => {
  const add = (table: Table, row: Row): void => {
    rows[table] = [...(rows[table] ?? []), row]
  }
  const projects = Array.from({ length: draw.int(1, 3) }, () => draw.id())
  for (const [at, id] of projects.entries())
    add('project', {
      id,
      organisationId,
      name: `Fonds ${at + 1}`,
      fromDay: '2026-01-01',
      untilDay: draw.maybe(0.5, () => '2026-12-31'),
      closedAt: draw.maybe(0.3, () => '2026-10-01T10:00:00Z'),
      createdBy: admin,
    })
  const project = (p: number): string | null => draw.maybe(p, () => draw.pick(projects))
  rows.visit = rows.visit?.map((visit) => ({ ...visit, projectId: project(0.6) })) ?? []
  // Often another one than its visit, and often none of its own.
  rows.encounter = rows.encounter?.map((meeting) => ({ ...meeting, projectId: project(0.3) })) ?? []

  for (const file of files) {
    if (file.people.length === 0) continue
    for (let more = draw.pick([0, 1, 2, 4]); more > 0; more--) {
      const subjectId = draw.id()
      let onDay = draw.day()
      const says = (revision: number, mistake: string | null): void =>
        add('activity', {
          id: revision === 1 ? subjectId : draw.id(),
          caseId: file.id,
          subjectId,
          revision,
          mistake,
          personId: draw.pick(file.people),
          way: draw.pick(WAYS),
          placeId: draw.maybe(0.4, () => draw.pick(places)),
          onDay,
          minutes: draw.maybe(0.7, () => draw.pick([1, 20, 45, 90, 1440])),
          projectId: project(0.6),
          createdBy: file.workerId,
        })
      says(1, null)
      const corrections = draw.pick([0, 0, 0, 1, 2])
      for (let revision = 2; revision < 2 + corrections; revision++) {
        onDay = draw.chance(0.5) ? onDay : plus(onDay, draw.int(-20, 20))
        says(revision, null)
      }
      if (draw.chance(0.15))
        says(2 + corrections, draw.pick(['not_happened', 'wrong_file', 'recorded_twice']))
    }
  }

  for (let more = draw.int(0, 20); more > 0; more--) {
    const office = draw.pick(offices)
    add('enquiry', {
      id: draw.id(),
      teamId: office.id,
      way: draw.pick(['counter', 'phone', 'written', 'outreach']),
      onDay: draw.day(),
      topic: draw.pick(['health', 'family', 'legal_aid']),
      nationality: draw.pick([null, 'GN', 'AF', 'SY']),
      language: draw.pick([null, 'fr', 'ar', 'ti']),
      people: draw.pick([1, 1, 1, 2, 5, 40]),
      createdBy: draw.pick(office.workers),
      takenBackAt: draw.maybe(0.2, () => '2026-10-01T10:00:00Z'),
    })
  }

  for (let more = draw.int(0, 8); more > 0; more--) {
    const office = draw.pick(offices)
    add('groupSession', {
      id: draw.id(),
      teamId: office.id,
      topic: draw.pick(['health', 'family', 'legal_aid']),
      onDay: draw.day(),
      interpreterLanguage: draw.pick([null, 'fr', 'ar', 'ti']),
      women: draw.int(1, 9),
      men: draw.int(0, 9),
      adultsOther: draw.pick([0, 0, 2]),
      girls: draw.pick([0, 3]),
      boys: draw.pick([0, 4]),
      minorsOther: draw.pick([0, 0, 1]),
      projectId: project(0.5),
      createdBy: draw.pick(office.workers),
      takenBackAt: draw.maybe(0.2, () => '2026-10-01T10:00:00Z'),
    })
  }
}
