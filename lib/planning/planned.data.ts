import 'server-only'
import { scopeCases } from '@/lib/access/scope'
import { openNextStep } from '@/lib/cases/case.data'
import { isDanger } from '@/lib/cases/danger.rules'
import { listUsable } from '@/lib/contacts/contact.data'
import { toRule } from '@/lib/contacts/contact.view'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { findVisitFacts } from '@/lib/lists/place-name.data'
import { initialsOf } from '@/lib/people/name.rules'
import { CURRENT, openNames, personClaims } from '@/lib/people/person.data'
import { listDetained } from './detained.data'
import { getPlan } from './plan.data'
import { toKey } from './plan.rules'
import { findReasons } from './reason.data'
import { listRequestWords, listThemes } from './words.data'

type InPlan = { readonly caseId: string; readonly personId: string; readonly reason: string | null }

/** The people of a plan in its order, for paper; anyone whose file is out of reach or stands on no paper is not there. */
export const listPlanned = async (
  work: Work,
  people: readonly InPlan[],
  { names: withNames }: { readonly names: boolean },
) => {
  const files = await work.tx.caseFile.findMany({
    where: {
      AND: [
        scopeCases(work.actor, 'case:read', work.now),
        { secrecy: 'open' },
        { id: { in: people.map(({ caseId }) => caseId) } },
      ],
    },
    select: {
      id: true,
      code: true,
      nextStepCipher: true,
      nextStepRevision: true,
      nextStepOn: true,
      people: {
        select: {
          personId: true,
          person: {
            select: {
              names: personClaims.names,
              interpreterNeed: true,
              languages: { where: CURRENT, select: { language: true }, orderBy: { id: 'asc' } },
            },
          },
        },
      },
    },
  })
  await work.fieldCrypto.gather(
    'file',
    files.map(({ id }) => id),
  )
  const contacts = await listUsable(
    work,
    files.map(({ id }) => id),
  )
  const found = []
  for (const { caseId, personId, reason } of people) {
    const file = files.find(({ id }) => id === caseId)
    const person = file?.people.find((one) => one.personId === personId)?.person
    if (file === undefined || person === undefined) continue
    const [name] = await openNames(work, personId, person.names)
    found.push({
      caseId,
      personId,
      code: file.code,
      initials: initialsOf(name?.text ?? ''),
      /** Empty unless it was asked for. */
      name: withNames ? (name?.text ?? '') : '',
      languages: person.languages.map(({ language }) => language),
      interpreterNeed: person.interpreterNeed,
      nextStep: await openNextStep(work, file),
      contacts: contacts.filter((one) => one.caseId === caseId && one.personId === personId).map(toRule),
      reason,
    })
  }
  return found
}

/** What is printed and taken along, those in danger first. Names only when they were asked for; the audit log says so. */
export const getVisitSheet = async (
  work: Work,
  { planId, names, locale }: { readonly planId: string; readonly names: boolean; readonly locale: Locale },
) => {
  const plan = await getPlan(work, planId)
  const { people: staying } = await listDetained(work, { placeId: plan.placeId })
  const here = await findReasons(work, staying)
  const reasons = new Map(here.map((person) => [toKey(person), person.reasons]))
  // Who came into danger after the plan was saved stands first as well; the numbers stay those of the plan and of the report.
  const first = here.filter(({ danger }) => isDanger(danger.rank)).map(toKey)
  const placeOf = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length)
  return {
    plan,
    names,
    facts: await findVisitFacts(work, plan.placeId),
    people: (await listPlanned(work, plan.people, { names }))
      .map((person, index) => ({
        ...person,
        number: index + 1,
        /** Why today, the most urgent first; nothing for those who are in this centre no longer. */
        reasons: reasons.get(toKey(person)) ?? [],
      }))
      .sort((a, b) => placeOf(toKey(a)) - placeOf(toKey(b)) || a.number - b.number),
    requests: await listRequestWords(work, locale),
    themes: await listThemes(work, locale),
  }
}
export type VisitSheet = Awaited<ReturnType<typeof getVisitSheet>>
