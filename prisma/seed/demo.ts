// The demo organisation: invented from end to end (docs/adr/0131), large enough that protected statistics can be honest.
// Run by `npm start` on the embedded server when the database is empty; never on a server of one's own.
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../lib/db/generated/client'
import { addDays, type Day, dayOf } from '../../lib/shared/dates'
import { insertDemoActivities, insertDemoGroup } from './demo-activities'
import { insertDemoAppointments } from './demo-appointments'
import { insertDemoAsylum } from './demo-asylum'
import { insertDemoContacts } from './demo-contacts'
import { insertDemoDeadlines } from './demo-deadlines'
import { insertDemoDetention } from './demo-detention'
import { insertDemoGoals } from './demo-goals'
import { newId, SEED } from './demo-ids'
import { insertDemoMinors, inventMinors } from './demo-minors'
import { insertOrganisation, insertReader } from './demo-organisation'
import { insertDemoPartners } from './demo-partners'
import { toPastDetentions } from './demo-past-detentions'
import { invent, type Known, noRows } from './demo-people'
import { insertPlans } from './demo-plans'
import { insertDemoQuotes } from './demo-quotes'
import { insertDemoReferrals } from './demo-referrals'
import { insertDemoRegisters } from './demo-registers'
import { alarm, noVisitRows, visitCentre } from './demo-visits'
import { describeWorst, WORRY } from './demo-worst'
import { openEncrypter } from './encrypter'
import { draws } from './invented'

/** People met in the closed quarter, beside those who are still followed. */
const MET_BEFORE = 640

const url = process.env.DEMO_DATABASE_URL
if (!url)
  throw new Error('DEMO_DATABASE_URL is missing: the demo is made by npm start, on the embedded server only')
const db = new PrismaClient({
  adapter: new PrismaPg({ connectionString: url, options: '-c TimeZone=UTC' }),
  transactionOptions: { timeout: 120_000 },
})

/** First day of the last quarter that has been over for fifteen days. */
const closedQuarter = (today: Day): { from: Day; to: Day } => {
  const settled = addDays(today, -15)
  const year = Number(settled.slice(0, 4))
  const quarter = Math.floor((Number(settled.slice(5, 7)) - 1) / 3)
  const start = (index: number): Day => {
    const y = year + Math.floor(index / 4)
    return `${y}-${String((((index % 4) + 4) % 4) * 3 + 1).padStart(2, '0')}-01`
  }
  return { from: start(quarter - 1), to: addDays(start(quarter), -1) }
}

const fill = async (): Promise<string> => {
  const now = new Date()
  const today = dayOf(now)
  const draw = draws(SEED)
  const encrypter = openEncrypter()
  const centres = new Map(
    (
      await db.place.findMany({
        where: { kind: 'closed_centre' },
        select: { id: true, slug: true },
        orderBy: { slug: 'asc' },
      })
    ).map(({ id, slug }) => [slug, id]),
  )
  const organisation = await insertOrganisation(db, centres, now)
  const rows = noRows()
  // Of the person whom everyone worries about, who is no draw.
  rows.taken.add(WORRY)
  const visits = noVisitRows()
  const tools = { organisation, centres, draw, encrypter }
  const quarter = closedQuarter(today)
  const known: Known[] = []

  for (let n = 0; n < MET_BEFORE; n++) {
    const since = addDays(quarter.from, draw.between(0, 80))
    const until = addDays(since, draw.between(9, 45))
    known.push(invent(rows, tools, { worker: draw.pick(organisation.workers), since, until, today }))
  }
  for (const worker of organisation.workers) {
    for (let n = 0; n < worker.load; n++) {
      const since = addDays(today, -draw.between(2, 70))
      known.push(invent(rows, tools, { worker, since, until: null, today }))
    }
  }
  for (const centre of centres.values())
    visitCentre(
      visits,
      { draw, encrypter, today },
      known.filter((person) => person.centre === centre),
      quarter.from,
      addDays(today, -2),
    )
  const followed = known.filter(({ until }) => until === null)
  const mine = followed.filter(({ worker }) => worker.id === organisation.casimir)
  const [worst] = mine
  const second = followed.find(({ worker }) => worker.team === organisation.teams.liege)
  if (worst === undefined || second === undefined) throw new Error('the demo has nobody to worry about')
  alarm(visits, { draw, encrypter, today }, worst, 'suicide_risk')
  alarm(visits, { draw, encrypter, today }, second, 'hunger_strike')
  describeWorst(rows, worst.personId, today)

  // Three files for members only, and one that a guest may read until tomorrow evening.
  const worker = organisation.workers.find(({ id }) => id === organisation.casimir)
  if (worker === undefined) throw new Error('the demo has no caseworker')
  const since = addDays(today, -20)
  const restricted = invent(rows, tools, {
    worker,
    since,
    until: null,
    today,
    kind: 'uam',
    secrecy: 'restricted',
  })
  const sealed = invent(rows, tools, { worker, since, until: null, today, kind: 'thb', secrecy: 'sealed' })
  const vera = organisation.workers.find(({ id }) => id === organisation.vera)
  if (vera === undefined) throw new Error('the demo has nobody who visits')
  const apart = invent(rows, tools, {
    worker: vera,
    since,
    until: null,
    today,
    kind: 'thb',
    secrecy: 'restricted',
  })
  for (const [file, holder, second] of [
    [restricted, organisation.casimir, organisation.corina],
    [sealed, organisation.casimir, organisation.corina],
    [apart, organisation.vera, organisation.casimir],
  ] as const)
    for (const staffId of [holder, second])
      rows.caseMember.push({ id: newId(), caseId: file.caseId, staffId, kind: 'circle', addedBy: holder })
  const past = toPastDetentions(
    rows,
    known.filter(({ until }) => until !== null),
  )
  const minors = inventMinors(rows, tools, { worker, today })
  // Someone who came by resettlement, from Türkiye as most do (the profile's resettled-refugees-2019-from-turkey), and was never held.
  const resettled = invent(rows, tools, {
    worker: vera,
    since: addDays(today, -140),
    until: null,
    today,
    kind: 'asylum',
    secrecy: 'open',
    country: 'SY',
  })
  rows.placeStay = rows.placeStay.filter(({ caseId }) => caseId !== resettled.caseId)
  rows.caseMember.push({
    id: newId(),
    caseId: mine[1]?.caseId ?? worst.caseId,
    staffId: organisation.guest,
    kind: 'guest',
    guestKind: 'interpreter',
    parts: ['tasks', 'people'],
    validUntil: new Date(now.getTime() + 30 * 3_600_000),
    addedBy: organisation.casimir,
  })

  await db.$transaction(async (tx) => {
    await tx.person.createMany({ data: rows.person })
    await tx.caseFile.createMany({ data: rows.caseFile })
    await tx.caseMember.createMany({ data: rows.caseMember })
    await tx.casePerson.createMany({ data: rows.casePerson })
    await tx.personName.createMany({ data: rows.personName })
    await tx.ageClaim.createMany({ data: rows.ageClaim })
    await tx.nationality.createMany({ data: rows.nationality })
    await tx.personLanguage.createMany({ data: rows.personLanguage })
    await tx.detentionEpisode.createMany({ data: past.episodes })
    await tx.placeStay.createMany({ data: rows.placeStay })
    await tx.detentionEvent.createMany({ data: past.events })
    await tx.caseClosing.createMany({ data: past.closings })
    await tx.note.createMany({ data: rows.note })
    await tx.consent.createMany({ data: rows.consent })
    await tx.visit.createMany({ data: visits.visit })
    await tx.visitVisitor.createMany({ data: visits.visitVisitor })
    await tx.visitObservation.createMany({ data: visits.visitObservation })
    await tx.visitGroup.createMany({ data: visits.visitGroup })
    await tx.encounter.createMany({ data: visits.encounter })
    await tx.encounterItem.createMany({ data: visits.encounterItem })
    await tx.signal.createMany({ data: visits.signal })
    await insertPlans(tx, { organisation, centres, followed, today })
    const told = {
      mine,
      resettled,
      theirs: followed.filter(({ worker }) => worker.team === organisation.teams.liege),
      today,
    }
    await insertDemoDeadlines(tx, { ...told, causes: await insertDemoAsylum(tx, told) })
    await insertDemoRegisters({ tx, encrypter, today }, told)
    const partners = await insertDemoPartners({ tx, encrypter, today })
    await insertDemoReferrals({ tx, encrypter, today }, { accepted: mine[24] ?? worst, apart, partners })
    await insertDemoDetention(tx, {
      mine,
      family: followed.filter(({ worker }) => worker.team === organisation.teams.antwerp).at(-1),
      today,
      encrypter,
    })
    await insertDemoMinors({ tx, encrypter, today }, minors)
    const reached = [...mine.slice(0, 3), ...Object.values(minors), restricted, apart]
    await insertDemoContacts(tx, { known: reached, today, encrypter })
    await insertDemoGoals(tx, { mine, today, encrypter })
    await insertReader(tx, organisation, now)
    await insertDemoActivities(tx, { organisation, known, opened: mine[12], today })
    await insertDemoAppointments(tx, { known: mine.slice(13, 18), today, encrypter, partners })
    await insertDemoGroup(tx, { known: mine.slice(18, 21), today })
    await insertDemoQuotes(
      { tx, encrypter, today },
      { followed, consents: rows.consent, teams: organisation.teams },
    )
    await tx.wrappedKey.createMany({ data: encrypter.rows })
  })
  return `${rows.person.length} invented people, ${rows.caseFile.length} files, ${visits.visit.length} visits, ${visits.encounter.length} encounters, drawn from seed ${SEED}`
}

try {
  if ((await db.organisation.count()) > 0) console.log('the database is not empty: no demo is made')
  else console.log(await fill())
} finally {
  await db.$disconnect()
}
