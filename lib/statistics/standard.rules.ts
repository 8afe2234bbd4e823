import { releaseWork } from './solver'

/**
 * The standard set: tables that are proven when a period is frozen, before anyone asks for another. From coarse to fine, because order
 * decides: a fine table that left first takes the place of many coarse ones (docs/adr/0139).
 */
export const standardSet = [
  'public/peopleBySex/sex/all',
  'public/peopleByNationality/nationality:area/all',
  'public/peopleByCentre/centre/all',
  'public/peopleByEnd/end/all',
  'public/peopleByLength/length/all',
  'public/peopleByAge/age:majority/all',
  'public/peopleByEnd/end,length/all',
  'public/peopleByLength/length,nationality:area/all',
  'public/peopleBySex/sex,end/all',
  'public/peopleBySex/sex,nationality:area/all',
  'public/visitsByCentre/centre/all',
  'public/encountersByCentre/centre/all',
  'public/peopleByTopic/topic/all',
  'public/peopleBySignal/signal/all',
  'public/peopleByAge/age/all',
  'public/peopleByNationality/nationality/all',
] as const

/** What each of them may cost the solver: four times another release. Steps and not seconds (docs/adr/0100). */
export const standardWork = 4 * releaseWork
