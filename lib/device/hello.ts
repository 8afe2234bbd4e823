import type { ShapeOf } from '@/lib/shared/shape'
import { ITEMS } from './items'
import type { DevicePorts } from './ports'
import type { Change } from './records'
import { isHello } from './shapes'
import { isToComeAgain } from './waits.rules'

const ASKED = 50

type Hello = ShapeOf<typeof isHello>
type Needs = Pick<DevicePorts, 'records' | 'now' | 'post' | 'exclusive' | 'build'>

/** What this browser says to the server of each account's device, and what it is told: the time, orders, what came of its texts. */
export const createHello = ({ records, now, post, exclusive, build }: Needs) => {
  /** busy: the server said to come again. Null: no answer of use. */
  const ask = async (device: string): Promise<Hello | 'busy' | null> => {
    const stores = (await records.list('store')).filter((one) => one.device === device)
    const arrived = (await records.list('item'))
      .filter((one) => one.device === device && one.state === 'arrived')
      // What may still change is asked first, then the newest.
      .toSorted((a, b) => Number(b.outcome !== 'placed') - Number(a.outcome !== 'placed') || b.seq - a.seq)
      .slice(0, ASKED)
    const answer = await post('/api/device/hello', {
      device,
      stores: stores.map(({ id }) => id),
      now: new Date(now()).toISOString(),
      build,
      arrived: arrived.map(({ hash }) => hash),
    })
    if (answer === null) return null
    if (isToComeAgain(answer.status)) return 'busy'
    return answer.status === 200 && isHello(answer.body) ? answer.body : null
  }

  /** What the server has lost goes again; what came of the others is noted. */
  const note = ({ again, outcomes }: Hello): Promise<void> =>
    exclusive(ITEMS, async () => {
      const changes = (await records.list('item')).flatMap((item): Change[] => {
        if (item.state !== 'arrived') return []
        if (again.includes(item.hash))
          return [{ put: 'item', record: { ...item, state: 'waiting', nextAt: 0 } }]
        const outcome = outcomes[item.hash]
        return outcome === undefined || outcome === item.outcome
          ? []
          : [{ put: 'item', record: { ...item, outcome } }]
      })
      if (changes.length > 0) await records.write(changes)
    })

  const devices = async (): Promise<readonly string[]> => {
    const all = [...(await records.list('store')), ...(await records.list('item'))]
    return [...new Set(all.map(({ device }) => device))]
  }

  return { ask, devices, note }
}
