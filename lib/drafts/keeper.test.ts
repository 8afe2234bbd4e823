import { expect, it } from 'vitest'
import { createDevice, openPage } from '../../tests/support/drafts/page'
import { createServer } from '../../tests/support/drafts/server'
import { deriveDraftKeys } from './draft-cipher'

const open = async () => {
  const device = createDevice()
  device.session.account = 'anna'
  const keys = await deriveDraftKeys('anna', Buffer.alloc(32, 7).toString('base64'))
  const page = openPage(device, createServer(), { account: 'anna', keys, form: 'intake', now: Date.now })
  const type = async (note: string): Promise<void> => {
    page.typed.note = note
    page.keeper.typed()
    await page.keeper.flush()
  }
  return { device, page, type }
}

it('what is typed and taken out again leaves nothing to be offered', async () => {
  const { device, page, type } = await open()
  await type('A name')
  expect(device.records.size).toBe(1)
  await type('')
  expect(device.records.size).toBe(0)
  expect(page.seen.state.status).toBe('idle')
  await type('A name again')
  expect(device.records.size).toBe(1)
})

it('a form in which nothing was typed that anyone would miss writes nothing', async () => {
  const { device, type } = await open()
  await type('')
  expect(device.records.size).toBe(0)
})
