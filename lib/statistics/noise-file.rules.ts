/** What the file of a plan of noisy tables says beside its numbers. */
import {
  epsilonOf,
  type NoisePlan,
  noiseBase,
  noiseDelta,
  noiseTables,
  noiseVariance,
  partsOf,
  partsOfPeriod,
  rhoOf,
} from './noise.rules'

/** Columns of numbers in the file. */
export const noiseColumns = [
  { header: 'value', hxl: '#affected+num+noisy' },
  { header: 'lower', hxl: '#meta+lower' },
  { header: 'upper', hxl: '#meta+upper' },
] as const

/** In numbers that a person who knows the method can check: the unit, the mechanism, and what it costs of what a period may cost. */
export const toPromise = (plan: NoisePlan) => ({
  unit: 'one person of the period, added or left out',
  mechanism: 'discrete Gaussian',
  variance: Number(noiseVariance),
  tables: noiseTables[plan].by.length,
  cellsPerPerson: noiseTables[plan].answers,
  rho: rhoOf(partsOf(plan)),
  epsilon: epsilonOf(partsOf(plan)),
  delta: noiseDelta,
  periodEpsilon: epsilonOf(partsOfPeriod),
  roundedTo: noiseBase,
})
