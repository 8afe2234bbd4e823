import { newId } from '@/lib/shared/ids'
import { type Counting, givenAnswers, usualAnswer } from './counted'
import type { GivenOrganisation, GivenStaff } from './organisation'
import { givenRandom } from './population'
import { givenUncounted } from './uncounted'

const countries = ['MA', 'GN', 'AF', 'AL', 'ER', 'SY', 'PS', 'BR', 'CM', 'TN', 'GE', 'XXA']
const topics = ['asylum_procedure', 'health', 'family', 'legal_aid', 'removal', 'conditions', 'food', 'other']
const signals = ['suicide_risk', 'no_lawyer', 'family_separation', 'medical_neglect', 'minor_detained']

/**
 * n invented people, each with a file of team north and one to seven conversations entered on `enteredOn` and the days
 * after it. Most agreed to be counted. Written past every policy: this is what is given, not what is tested.
 */
export async function givenMetPeople(
  organisation: Pick<GivenOrganisation, 'ask' | 'north'> & { readonly casey: Pick<GivenStaff, 'id'> },
  {
    n,
    enteredOn,
    seed,
    answerOf = usualAnswer,
  }: { n: number; enteredOn: string; seed: number; answerOf?: (n: number) => Counting },
): Promise<{ personIds: string[] }> {
  const random = givenRandom(seed)
  const pick = (list: readonly string[]): string =>
    list[Math.min(list.length - 1, Math.floor(random() ** 2 * list.length))] ?? ''
  const places = (
    await organisation.ask(`SELECT id FROM place WHERE kind = 'closed_centre' ORDER BY position`)
  ).map((row) => String(row.id))
  const at = (day: number): string =>
    new Date(Date.parse(`${enteredOn}T10:00:00Z`) + day * 86_400_000).toISOString()
  const people: Record<string, unknown>[] = []
  const visits = new Map<string, Record<string, unknown>>()
  const encounters: Record<string, unknown>[] = []
  const items: Record<string, unknown>[] = []
  const raised: Record<string, unknown>[] = []
  for (let i = 0; i < n; i++) {
    const person = {
      id: newId(),
      case_id: newId(),
      country: pick(countries),
      born: `${1960 + Math.floor(random() ** 0.6 * 52)}-05-05`,
    }
    people.push(person)
    const place = pick(places)
    for (let met = 1 + Math.floor(random() * 7); met > 0; met--) {
      const day = Math.floor(random() * 40)
      const name = `${place}/${day}`
      const visit = visits.get(name) ?? { id: newId(), place_id: place, at: at(day) }
      visits.set(name, visit)
      const encounter = {
        id: newId(),
        visit_id: visit.id,
        person_id: person.id,
        case_id: person.case_id,
        place_id: place,
        at: at(day),
        outcome: random() < 0.95 ? 'seen' : 'gone',
      }
      encounters.push(encounter)
      for (const code of new Set([pick(topics), pick(topics)]))
        items.push({ encounter_id: encounter.id, case_id: person.case_id, code })
      if (random() < 0.15)
        raised.push({ id: newId(), encounter_id: encounter.id, case_id: person.case_id, code: pick(signals) })
    }
  }
  const insert = (sql: string, rows: readonly Record<string, unknown>[], ...more: unknown[]) =>
    organisation.ask(sql, [JSON.stringify(rows), ...more])
  const worker = organisation.casey.id
  await givenUncounted(organisation.ask, async () => {
    await insert(
      `INSERT INTO person (id, code, created_by)
       SELECT id, left(md5(id::text), 8), $2 FROM jsonb_to_recordset($1) AS r(id uuid)`,
      people,
      worker,
    )
    await insert(
      `INSERT INTO nationality (id, person_id, country, certainty)
       SELECT gen_random_uuid(), id, country, 'said' FROM jsonb_to_recordset($1) AS r(id uuid, country text)`,
      people,
    )
    await insert(
      `INSERT INTO age_claim (id, person_id, basis, as_of, born_earliest, born_latest)
       SELECT gen_random_uuid(), id, 'said', '2026-07-01', born, born FROM jsonb_to_recordset($1) AS r(id uuid, born date)`,
      people,
    )
    await insert(
      `INSERT INTO case_file (id, code, kind, team_id, worker_id, opened_on, created_by)
       SELECT case_id, left(md5(case_id::text), 8), 'detention', $2, $3, '2026-07-01', $3 FROM jsonb_to_recordset($1) AS r(case_id uuid)`,
      people,
      organisation.north,
      worker,
    )
    await insert(
      `INSERT INTO case_person (case_id, person_id) SELECT case_id, id FROM jsonb_to_recordset($1) AS r(case_id uuid, id uuid)`,
      people,
    )
    await insert(
      `INSERT INTO visit (id, team_id, place_id, on_date, created_by, created_at)
       SELECT id, $2, place_id, at::date, $3, at FROM jsonb_to_recordset($1) AS r(id uuid, place_id uuid, at timestamptz)`,
      [...visits.values()],
      organisation.north,
      worker,
    )
    await insert(
      `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id, created_at)
       SELECT id, visit_id, case_id, person_id, place_id, at::date, 1, outcome, $2, at
         FROM jsonb_to_recordset($1) AS r(id uuid, visit_id uuid, case_id uuid, person_id uuid, place_id uuid, at timestamptz, outcome text)`,
      encounters,
      worker,
    )
    await insert(
      `INSERT INTO encounter_item (encounter_id, case_id, kind, code)
       SELECT encounter_id, case_id, 'topic', code FROM jsonb_to_recordset($1) AS r(encounter_id uuid, case_id uuid, code text)`,
      items,
    )
    await insert(
      `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by)
       SELECT id, encounter_id, case_id, code, 'watch', $2 FROM jsonb_to_recordset($1) AS r(id uuid, encounter_id uuid, case_id uuid, code text)`,
      raised,
      worker,
    )
    await givenAnswers(
      organisation.ask,
      worker,
      people.map((one) => ({ caseId: String(one.case_id), personId: String(one.id) })),
      answerOf,
    )
  })
  return { personIds: people.map((one) => String(one.id)) }
}
