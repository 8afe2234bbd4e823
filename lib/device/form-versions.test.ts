import { afterEach, describe, expect, it } from 'vitest'
import { createBrowser, openWindow } from '../../tests/support/device/browser'
import { buildAsShipped, buildWith } from '../../tests/support/device/later-forms'
import { createServer, sealingKey } from '../../tests/support/device/server'
import type { FormName } from './device.types'
import { SCHEMAS, STEPS } from './form-versions'
import { upgrade } from './upgrade'

// A phone whose pages were brought up to date while a text was begun on it.

const FORMS = ['visit', 'note', 'task', 'activity'] as const satisfies readonly FormName[]

afterEach(buildAsShipped)

it('every form has a step from each of its versions to the next', () => {
  for (const form of FORMS) expect(STEPS[form]).toHaveLength(SCHEMAS[form] - 1)
})

const begun = async () => {
  const clock = { at: Date.UTC(2026, 10, 24, 8) }
  const browser = createBrowser(
    createServer(() => clock.at),
    clock,
  )
  const key = await sealingKey()
  const { device, die } = await openWindow(browser)
  const code = device.newCode()
  await device.prepare(
    { device: 'device', store: 'store', token: 'token', key, locale: 'nl', as: 'anna' },
    code,
  )
  /** The page is opened anew, by whichever build is there now. */
  const reopen = async () => {
    die()
    const next = await openWindow(browser)
    expect(await next.device.unlock(code)).toEqual({ kind: 'open' })
    return next.device
  }
  return { device, server: browser.server, reopen }
}

describe('what was begun with an earlier build', () => {
  it('is gone on with in the form of today, and arrives as that', async () => {
    buildWith(2)
    const { device, server, reopen } = await begun()
    await device.saveDraft('note', 'note', { text2: 'slept badly' })
    buildWith(4)
    const now = await reopen()
    expect(await now.draft('note')).toMatchObject({ value: { text: 'slept badly' }, isOld: false })
    expect(await now.finish('note', 'note', { text: 'slept badly, and ate' })).toMatchObject({ ok: true })
    await now.send(true)
    expect(await server.insides()).toMatchObject([
      { state: 'finished', schema: 4, input: { text: 'slept badly, and ate' } },
    ])
  })

  it('of three versions before is not written on, is not lost, and leaves as it was', async () => {
    buildWith(1)
    const { device, server, reopen } = await begun()
    await device.saveDraft('note', 'note', { text1: 'slept badly' })
    buildWith(4)
    const now = await reopen()
    expect(await now.drafts()).toMatchObject([{ name: 'note', isOld: true }])
    expect(await now.saveDraft('note', 'note', { text: '' })).toEqual({ ok: false, code: 'gone' })
    expect(await now.finish('note', 'note', { text: '' })).toEqual({ ok: false, code: 'gone' })
    await now.send(true)
    expect(await server.insides()).toMatchObject([
      { state: 'unfinished', schema: 1, input: { text1: 'slept badly' } },
    ])
  })

  it('of a build newer than this one is left to a server that knows it', async () => {
    buildWith(5)
    const { device, reopen } = await begun()
    await device.saveDraft('note', 'note', { text5: 'slept badly' })
    buildWith(4)
    expect(await (await reopen()).drafts()).toMatchObject([{ isOld: true }])
  })
})

it('two versions back is brought up to date; three are not, nor is one to come', () => {
  buildWith(4)
  const text = { text: 'a' }
  expect(upgrade('note', 1, { text1: 'a' })).toBeNull()
  expect(upgrade('note', 2, { text2: 'a' })).toEqual({ value: text })
  expect(upgrade('note', 3, { text3: 'a' })).toEqual({ value: text })
  expect(upgrade('note', 4, text)).toEqual({ value: text })
  expect(upgrade('note', 5, { text5: 'a' })).toBeNull()
})
