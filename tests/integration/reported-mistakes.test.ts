import { isValidElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import refer from '@/app/(signed-in)/countries/[country]/actors/[slug]/refer/page'
import { answerReport, reportMistake } from '@/lib/countries/mistake.actions'
import { listMistakes } from '@/lib/countries/mistake.data'
import { enterNewer } from '@/lib/countries/newer.actions'
import { toHref } from '@/lib/notices/notice.view'
import { findRecipient } from '@/lib/referrals/body.data'
import { toHelp } from '@/lib/referrals/help.schema'
import { HERE } from '@/lib/shared/here'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const made = z.object({ ok: z.literal(true), value: z.object({ mistakeId: z.uuid() }) })
const report = (who: GivenStaff, change: Record<string, string> = {}) =>
  act(who.token, reportMistake, {
    country: 'BE',
    about: 'body',
    slug: 'child-focus',
    words: 'An invented mistake.',
    address: '',
    ...change,
  })
const reported = async (who: GivenStaff) => made.parse(await report(who)).value.mistakeId
const answer = (who: GivenStaff, mistakeId: string) =>
  act(who.token, answerReport, { mistakeId, outcome: 'passed_on', answer: 'Invented answer.' })
const seen = (who: GivenStaff) =>
  who.work(async (work) => (await listMistakes(work, HERE, { onlyMine: false })).map(({ id }) => id))
const told = async (who: GivenStaff, kind: string) =>
  (await organisation.ask('SELECT case_id FROM notice WHERE staff_id = $1 AND kind = $2', [who.id, kind]))
    .length

describe('a mistake that is reported', () => {
  it('is read by the one who wrote it and by the admins of their organisation, and by no one else', async () => {
    const id = await reported(organisation.casey)
    expect(await seen(organisation.casey)).toContain(id)
    expect(await seen(organisation.ada)).toContain(id)
    for (const other of [organisation.cory, organisation.coral, organisation.gus, organisation.stranger])
      expect(await seen(other)).not.toContain(id)
    expect(await told(organisation.ada, 'mistake_reported')).toBe(1)
    expect(await told(organisation.cory, 'mistake_reported')).toBe(0)
  })

  it('is answered once, by an admin, and the one who wrote it is told', async () => {
    const id = await reported(organisation.sol)
    expect(await answer(organisation.coral, id)).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await answer(organisation.ada, id)).toMatchObject({ ok: true })
    expect(await answer(organisation.ada, id)).toMatchObject({ ok: false, code: 'alreadyAnswered' })
    expect(await told(organisation.sol, 'mistake_answered')).toBe(1)
    const [mine] = await organisation.sol.work((work) => listMistakes(work, HERE, { onlyMine: true }))
    expect(mine).toMatchObject({
      outcome: 'passed_on',
      answer: 'Invented answer.',
      answeredBy: 'ada Invented',
    })
    expect(toHref('mistake_answered', null)).toBe('/countries/be/mistakes')
  })

  it('means a row that exists, in words, and an address that is one', async () => {
    expect(await report(organisation.casey, { slug: 'no-such-body' })).toMatchObject({ code: 'notFound' })
    expect(await report(organisation.casey, { words: ' ' })).toMatchObject({ code: 'invalid' })
    expect(await report(organisation.casey, { address: 'not an address' })).toMatchObject({ code: 'invalid' })
    expect(await report(organisation.casey, { about: 'fact', slug: 'land-area' })).toMatchObject({ ok: true })
    expect(await report(organisation.casey, { about: 'law', slug: 'aliens-act' })).toMatchObject({ ok: true })
  })

  it('cannot be answered past the guard, nor written in the name of someone else', async () => {
    const id = await reported(organisation.casey)
    await expect(
      organisation.ada.work(
        (work) => work.tx.$executeRaw`UPDATE reported_mistake SET answer = 'x' WHERE id = ${id}::uuid`,
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      organisation.casey.work((work) =>
        work.tx.reportedMistake.updateMany({ where: { id }, data: { words: 'x' } }),
      ),
    ).rejects.toThrow()
  })
})

describe('a newer figure that waits', () => {
  it('is told to the other admins and not to who entered it', async () => {
    await organisation.ask(`UPDATE staff SET role = 'admin' WHERE id = $1`, [organisation.sola.id])
    await act(organisation.ada.token, enterNewer, {
      country: 'BE',
      fact: 'land-area',
      figure: '30689',
      upTo: '',
      qualifier: 'exact',
      from: '2024-01-01',
      until: '2024-12-31',
      source: 'Invented office',
      address: 'https://example.org/area',
      sourceOn: '2025-01-02',
      note: '',
    })
    expect(await told(organisation.sola, 'figure_waits')).toBe(1)
    expect(await told(organisation.ada, 'figure_waits')).toBe(0)
    expect(toHref('figure_waits', null)).toBe('/countries/be/upkeep')
    await organisation.ask(`UPDATE staff SET role = 'coordinator' WHERE id = $1`, [organisation.sola.id])
  })
})

describe('from an organisation to a file', () => {
  it('the form begins with a body one can call, or with the name of an actor; no one else is taken', async () => {
    const find = (slug: string) => organisation.casey.work((work) => findRecipient(work, HERE, slug))
    expect(await find('pag-asa')).toEqual({ bodySlug: 'pag-asa', to: '', kind: '' })
    expect(await find('fedasil')).toMatchObject({ bodySlug: '', kind: 'authority' })
    expect((await find('fedasil')).to).toContain('Federal Agency')
    expect(await find('caritas-vlaanderen')).toMatchObject({ kind: 'organisation' })
    expect(await find('nobody')).toEqual({ bodySlug: '', to: '', kind: '' })
  })

  it('is open to anyone who writes in files, for an organisation that exists', async () => {
    const params = { country: 'be', slug: 'fedasil' }
    const shown = await openPage(organisation.casey.token, refer, { params })
    expect(shown.outcome === 'shown' && isValidElement(shown.node)).toBe(true)
    expect((await openPage(organisation.gus.token, refer, { params })).outcome).toBe('notFound')
    expect(
      (await openPage(organisation.casey.token, refer, { params: { ...params, slug: 'x' } })).outcome,
    ).toBe('notFound')
  })

  it('help is chosen by an address, and what it does not mean chooses nothing', () => {
    expect(toHelp({ kind: 'child_centre', region: 'wallonia' })).toEqual({
      kind: 'child_centre',
      region: 'wallonia',
    })
    expect(toHelp({ kind: ['x'], region: 'mars' })).toEqual({ kind: null, region: null })
  })
})
