import fc from 'fast-check'
import { type DraftKeys, deriveDraftKeys } from '@/lib/drafts/draft-cipher'
import { createDevice, openPage, type Page } from './page'
import { type Account, createServer, type Mood } from './server'
import { expectNothingLost } from './verdict'

const MOODS: readonly Mood[] = ['up', 'up', 'down', 'losesReplies', 'refuses', 'conflicts', 'breaks']
const FORMS = ['visit:civ', 'note:1'] as const

export type Step =
  | { readonly kind: 'open'; readonly device: number; readonly form: number }
  | {
      readonly kind: 'type' | 'keep' | 'submit' | 'send' | 'takeBack' | 'close' | 'kill'
      readonly page: number
    }
  | { readonly kind: 'discard'; readonly page: number }
  | { readonly kind: 'arm'; readonly page: number; readonly calls: number; readonly after: boolean }
  | { readonly kind: 'mood'; readonly mood: Mood }
  | { readonly kind: 'full'; readonly device: number; readonly isFull: boolean }
  | { readonly kind: 'session'; readonly device: number; readonly account: Account | null }

const page = fc.nat(3)
const device = fc.nat(1)
const onPage = (kind: 'type' | 'keep' | 'submit' | 'send' | 'takeBack' | 'close' | 'kill' | 'discard') =>
  fc.record({ kind: fc.constant(kind), page })

const opening = fc.record({ kind: fc.constant('open' as const), device, form: fc.nat(1) })
const arming = fc.record({
  kind: fc.constant('arm' as const),
  page,
  calls: fc.integer({ min: 1, max: 8 }),
  after: fc.boolean(),
})
const mooded = (...moods: readonly Mood[]) =>
  fc.record({ kind: fc.constant('mood' as const), mood: fc.constantFrom(...moods) })
const filling = fc.record({ kind: fc.constant('full' as const), device, isFull: fc.boolean() })

const single: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: onPage('type') },
  { weight: 4, arbitrary: onPage('submit') },
  { weight: 4, arbitrary: opening },
  { weight: 3, arbitrary: onPage('send') },
  { weight: 3, arbitrary: onPage('keep') },
  { weight: 2, arbitrary: onPage('takeBack') },
  { weight: 1, arbitrary: onPage('close') },
  { weight: 1, arbitrary: onPage('kill') },
  { weight: 1, arbitrary: onPage('discard') },
  { weight: 2, arbitrary: arming },
  { weight: 3, arbitrary: mooded(...MOODS) },
  { weight: 1, arbitrary: filling },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('session' as const),
      device,
      account: fc.constantFrom('anna', 'anna', 'bert', null),
    }),
  },
)
/** What happens on a bad day, with anything in between: written, handed over without an answer, sent later. */
const badDay: fc.Arbitrary<Step[]> = fc
  .tuple(
    opening,
    onPage('type'),
    mooded('down', 'losesReplies', 'breaks'),
    fc.oneof(arming, filling, single),
    onPage('submit'),
    mooded(...MOODS),
    single,
    onPage('send'),
    fc.oneof(onPage('takeBack'), single),
  )
  .map((day): Step[] => day)

/** The first device is shared by two people, the second is anyone’s. */
export const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.array(single, { maxLength: 4 }) }, { weight: 1, arbitrary: badDay }),
    { minLength: 3, maxLength: 12 },
  )
  .map((parts) => parts.flat())

const keysOf: Readonly<Record<Account, Promise<DraftKeys>>> = {
  anna: deriveDraftKeys('anna', Buffer.alloc(32, 7).toString('base64')),
  bert: deriveDraftKeys('bert', Buffer.alloc(32, 9).toString('base64')),
}

/** Lives through one history, then judges it. */
export const live = async (
  history: readonly Step[],
  { keepsReceipts = true }: { keepsReceipts?: boolean } = {},
): Promise<void> => {
  const server = createServer()
  server.state.keepsReceipts = keepsReceipts
  const devices = [createDevice(), createDevice()]
  const keys = { anna: await keysOf.anna, bert: await keysOf.bert }
  const clock = { at: 1_000 }
  const now = (): number => {
    clock.at += 1
    return clock.at
  }
  const pages: Page[] = []
  /** Word -> whose it is; only what someone was told is safe. */
  const promised = new Map<string, Account>()
  let words = 0
  for (const one of devices) one.session.account = 'anna'

  const pageAt = (index: number): Page | null => {
    const alive = pages.filter(({ life }) => !life.isDead)
    return alive[index % Math.max(1, alive.length)] ?? null
  }
  const promise = (one: Page): void => {
    if (one.seen.state.status !== 'kept' && one.seen.state.status !== 'server') return
    for (const word of one.typed.note.split(' ')) if (word !== '') promised.set(word, one.account)
  }
  const release = (text: unknown): void => {
    for (const word of String(text).split(' ')) promised.delete(word)
  }
  const type = async (one: Page): Promise<void> => {
    words += 1
    one.typed.note = `${one.typed.note} word${words}x`.trim()
    one.keeper.typed()
    await one.keeper.flush()
    promise(one)
  }
  const submit = async (one: Page): Promise<void> => {
    if (one.typed.note === '') return
    await one.keeper.flush()
    promise(one)
    const { requestId, note } = one.typed
    const reply = await one.ask(requestId, { note }).catch(() => null)
    if (reply?.ok) {
      one.blank()
      await one.keeper.clear()
    } else if (reply === null || reply.code === 'failed') {
      const item = await one.keeper.handOver({ door: 'writeNote', requestId, values: { note }, path: '/' })
      if (item === null) return
      for (const word of note.split(' ')) promised.set(word, one.account)
      one.blank()
    }
  }
  const take = async (one: Page): Promise<void> => {
    const [offer] = one.seen.offers
    if (offer === undefined || !(await one.keeper.keep(offer))) return
    one.typed.requestId = offer.requestId
    one.typed.note = String(offer.values.note ?? '')
    await one.keeper.flush()
    await one.keeper.look()
    promise(one)
  }
  const onPageDo = async (kind: Step['kind'], one: Page): Promise<void> => {
    if (kind === 'type') await type(one)
    if (kind === 'submit') await submit(one)
    if (kind === 'keep') await take(one)
    if (kind === 'kill') one.die()
    if (kind === 'send')
      await (await one.outbox()).send((_action, { requestId, input }) => one.ask(requestId, input), true)
    if (kind === 'takeBack') {
      const outbox = await one.outbox()
      const [item] = (await outbox.list()).filter(({ state }) => state !== 'sent')
      // A full device refuses, and nothing has changed.
      if (item !== undefined) await outbox.takeBack(item.id).catch(() => null)
      await one.keeper.look()
    }
    if (kind === 'discard') {
      const [offer] = one.seen.offers
      if (offer === undefined) return
      release(offer.values.note)
      await one.keeper.discard(offer)
    }
    if (kind === 'close') {
      await one.keeper.close()
      // What is in this window only: the browser asked, and someone went nevertheless.
      one.die()
    }
  }
  for (const step of history) {
    if (step.kind === 'mood') server.state.mood = step.mood
    else if (step.kind === 'full') Object.assign(devices[step.device]?.state ?? {}, { isFull: step.isFull })
    else if (step.kind === 'session') Object.assign(devices[step.device]?.session ?? {}, step)
    else if (step.kind === 'open') {
      const on = devices[step.device]
      const account = on?.session.account ?? null
      if (on === undefined || account === null) continue
      const form = FORMS[step.form] ?? FORMS[0]
      const opened = openPage(on, server, { account, keys: keys[account], form, now })
      pages.push(opened)
      await opened.living(opened.keeper.look())
    } else {
      const one = pageAt(step.page)
      if (one === null) continue
      if (step.kind === 'arm') Object.assign(one.life, { left: step.calls, after: step.after })
      else await one.living(onPageDo(step.kind, one))
    }
  }
  for (const one of pages) one.die()
  await expectNothingLost({ server, devices, keys, promised, now })
}
