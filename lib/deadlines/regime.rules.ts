import type { Day } from '@/lib/shared/dates'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'
import file from '@/prisma/reference/be/regimes.json' with { type: 'json' }
import type { EventCode, Fact, Regime } from './vocabulary.rules'

/**
 * Which law counts. The Pact is several regulations, and each begins on its own day with its own event: prisma/reference/be/
 * regimes.json says from when, with article and source.
 */
const INSTRUMENTS = vocabulary('deadlines.instruments', ['APR', 'AMMR', 'SCREENING', 'RCD'])
type Instrument = CodeOf<typeof INSTRUMENTS>

const rowOf = (instrument: Instrument): (typeof file.rows)[number] => {
  const row = file.rows.find((one) => one.instrument === instrument)
  if (row === undefined) throw new Error(`regimes.json has no ${instrument}`)
  return row
}

/** The Asylum Procedures Regulation applies to applications lodged from this day on. */
export const PACT_FROM: Day = rowOf('APR').from

const TRANSFER: readonly EventCode[] = ['transfer_accepted', 'dublin_detention_ordered']
const DETENTION: readonly EventCode[] = ['border_detention_ordered', 'asylum_detention_ordered']

/** The regulation that speaks of an event: that of transfers, of screening, of reception and detention, or of the procedure. */
export const instrumentOf = (event: EventCode, facts: readonly Fact[]): Instrument => {
  if (TRANSFER.includes(event)) return 'AMMR'
  if (event === 'io_decision_notified' && facts.includes('transfer_decision')) return 'AMMR'
  if (event === 'screening_began') return 'SCREENING'
  return DETENTION.includes(event) ? 'RCD' : 'APR'
}

export type Applicability = 'applies' | 'otherRegime' | 'regimeUnclear'

/** What a file knows of its application. */
export type Applied = { readonly lodgedOn: Day | null; readonly registeredOn: Day | null }
type Asked = Applied & {
  readonly event: EventCode
  readonly facts: readonly Fact[]
  readonly triggeredOn: Day
}

/** Steps that come before an application is lodged: what is made under the Pact is lodged under the Pact. */
const BEFORE_LODGING: readonly EventCode[] = [
  'application_made',
  'application_registered',
  'border_application_made',
]

type Own = 'PRE_PACT' | 'PACT' | null

const bySide = (day: Day, { from, openDays }: { from: Day; openDays: readonly Day[] }): Own => {
  if (openDays.includes(day)) return null
  return day >= from ? 'PACT' : 'PRE_PACT'
}

/**
 * The law of a file for an event, by what the regulation counts from; null where it is unclear. Without an application nothing says
 * which rules a reform left.
 */
const ownOf = (instrument: Instrument, { lodgedOn, registeredOn, event, triggeredOn }: Asked): Own => {
  const row = rowOf(instrument)
  const atEvent = triggeredOn < row.from ? 'PRE_PACT' : null
  switch (row.trigger) {
    case 'screening_began':
      return bySide(triggeredOn, row)
    case 'application_registered':
      if (registeredOn !== null) return bySide(registeredOn, row)
      // Registered comes before lodged.
      return lodgedOn !== null && lodgedOn < row.from ? 'PRE_PACT' : atEvent
    case 'application_lodged': {
      const lodged = lodgedOn ?? (event === 'application_lodged' ? triggeredOn : null)
      if (lodged !== null) return bySide(lodged, row)
      return triggeredOn >= row.from && BEFORE_LODGING.includes(event) ? 'PACT' : atEvent
    }
    default:
      throw new Error(`regimes.json: nothing is known of ${row.trigger}`)
  }
}

/**
 * Whether a rule of a regime counts for a file. The event that each regulation names decides, and not the day of the decision;
 * what the file does not know is unclear, and an unclear answer sets no date.
 */
export const judgeRegime = (regime: Regime, asked: Asked): Applicability => {
  if (regime === 'ANY') return 'applies'
  const own = ownOf(instrumentOf(asked.event, asked.facts), asked)
  if (own === null) return 'regimeUnclear'
  return own === regime ? 'applies' : 'otherRegime'
}

/** Whether the law of the procedure of a file is surely that of the Pact. */
export const isUnderPact = ({ lodgedOn }: Applied): boolean => lodgedOn !== null && lodgedOn >= PACT_FROM
