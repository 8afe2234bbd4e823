import { withWork } from '@/lib/db/work'
import { DIMENSION_IDS } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS } from '@/lib/reporting/figure.rules'
import { MOST_COLUMNS, MOST_CONDITIONS, readQuestion, toSearch } from '@/lib/reporting/question.rules'
import { countQuestion, toRaw } from '@/lib/reporting/report.data'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import { openDraw } from '../random-draw'
import type { RandomOrganisation } from '../random-organisation'
import { RANDOM_OWN } from '../random-own'
import { drawAddress } from '../random-question'

const DEFAULTS = { today: '2026-11-30', reach: 'team', own: RANDOM_OWN } as const
const KNOWN: readonly string[] = [...DIMENSION_IDS.codes, ...RANDOM_OWN.map(({ id }) => id)]

/** Reads and counts so many drawn addresses: none asks for what is not in the registry, and none is a fault. What went wrong, and the columns. */
export const countAddresses = async (organisation: RandomOrganisation, many: number, seed: number) => {
  const draw = openDraw(seed)
  const faults: string[] = []
  let columns = 0
  for (let n = 0; n < many; n++) {
    const search = drawAddress(draw, organisation.offices)
    const question = readQuestion(search, DEFAULTS)
    const { by, split, only, from, until, reach } = question
    const dimensions = [
      by,
      ...(split === null ? [] : [split]),
      ...[...only, ...question.columns.flatMap((one) => one.only ?? [])].map((one) => one.dimension),
    ]
    const isOfRegistry =
      dimensions.every((one) => KNOWN.includes(one)) &&
      question.columns.every(({ figure }) => FIGURE_IDS.codes.includes(figure)) &&
      COUNT_REACHES.codes.includes(reach) &&
      question.columns.length >= 1 &&
      question.columns.length <= MOST_COLUMNS &&
      only.length <= MOST_CONDITIONS &&
      from <= until
    if (!isOfRegistry) faults.push(`${JSON.stringify(search)}: asks for ${JSON.stringify(question)}`)
    const again = readQuestion(toRaw(toSearch(question)), DEFAULTS)
    if (JSON.stringify(again) !== JSON.stringify(question))
      faults.push(`${JSON.stringify(search)}: is another question when it is sent on`)
    const who = draw.pick(['bothLead', 'lead', 'worker', 'admin', 'holder'] as const)
    try {
      const counted = await withWork(organisation.readers[who].token, (work) => countQuestion(work, question))
      columns += counted.columns.length
    } catch (error) {
      faults.push(`${JSON.stringify(search).slice(0, 600)} as ${who}: ${String(error).slice(-300)}`)
    }
  }
  return { faults, columns }
}
