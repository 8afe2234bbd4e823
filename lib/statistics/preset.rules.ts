import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Ready questions by what they are asked for: an admin finds theirs without knowing what a dimension is. */
export const presetIds = vocabulary('statistics.preset-ids', [
  'activity',
  'people',
  'detention',
  'minors',
  'trafficking',
  'funders',
])
export type PresetId = CodeOf<typeof presetIds>

/** Words of questions (question.rules): tables of the list, or put together here. */
export const presets: Readonly<Record<PresetId, readonly string[]>> = {
  activity: ['encountersByCentre', 'visitsByCentre', 'peopleByTopic'],
  people: [
    'peopleByNationality',
    'peopleByAge',
    'peopleByNationalityAge',
    'public/peopleBySex/sex/all',
    'public/peopleBySex/sex,nationality:area/all',
    'public/peopleByOffice/office/all',
  ],
  detention: [
    'peopleByCentre',
    'peopleByCentreAge',
    'peopleBySignal',
    'public/peopleByEnd/end/all',
    'public/peopleByLength/length/all',
    'public/peopleByEnd/end,length/all',
    'public/peopleByCentre/centre,end/all',
  ],
  minors: [
    'public/peopleByGuardianship/guardianship/all',
    'public/peopleByGuardianship/guardianship,nationality:continent/all',
    'public/peopleByNationality/nationality,age:majority/age:minor',
    'public/peopleByCentre/centre,age:majority/age:minor',
    'public/peopleByTopic/topic,age:majority/age:minor',
  ],
  trafficking: [
    'public/peopleByTrafficking/trafficking/all',
    'public/peopleByTrafficking/trafficking,age:majority/all',
    'public/peopleByTrafficking/trafficking,nationality:continent/all',
  ],
  funders: [
    'public/peopleByNationality/nationality:continent,age:majority/all',
    'public/encountersByCentre/centre,age:majority/all',
    'partner/peopleByNationality/nationality,age:majority/all',
  ],
}
