import { describe, expect, it } from 'vitest'
import { type Inside, seal } from '@/lib/device/submission'
import { makePair, openSealed } from './seal.rules'

const inside = (input: unknown): Inside => ({
  v: 1,
  form: 'note',
  schema: 1,
  state: 'finished',
  requestId: crypto.randomUUID(),
  as: crypto.randomUUID(),
  token: 't'.repeat(43),
  seq: 1,
  at: '2026-12-01T10:00:00.000Z',
  skew: 0,
  after: null,
  device: crypto.randomUUID(),
  input,
})
const given = async (input: unknown) => {
  const pair = await makePair()
  const id = crypto.randomUUID()
  const key = { id: crypto.randomUUID(), until: '', ...pair }
  const sealed = await seal(key, id, inside(input))
  if (sealed === null) throw new Error('too long')
  return { id, key, sealed }
}

describe('a text that a device sealed', () => {
  it('opens with the secret half', async () => {
    const { id, key, sealed } = await given({ text: 'é' })
    expect(JSON.parse(await openSealed(id, key, sealed))).toMatchObject({ input: { text: 'é' } })
  })
  it('opens under no other id, by no other key and with no other bit', async () => {
    const { id, key, sealed } = await given({})
    const other = await given({})
    const changed = { ...sealed, cipher: sealed.cipher.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) }
    await expect(openSealed(other.id, key, sealed)).rejects.toThrow()
    await expect(openSealed(id, { ...key, secret: other.key.secret }, sealed)).rejects.toThrow()
    await expect(openSealed(id, { ...key, id: other.key.id }, sealed)).rejects.toThrow()
    await expect(openSealed(id, key, changed)).rejects.toThrow()
  })
})
