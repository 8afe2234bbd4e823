import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Group, Groups } from '@/lib/activities/group.data'
import { HEADS, TOPICS } from '@/lib/activities/group.rules'
import { toWords } from '@/lib/cases/word.view'
import { languageName } from '@/lib/people/country.rules'
import { languageChoices } from '@/lib/people/country-list.rules'
import { choosable } from '@/lib/projects/project.rules'
import { labelIn } from '@/lib/shared/labelled'
import type { GroupChoices } from './group-form'

type Known = Pick<Groups, 'words' | 'teams' | 'leaders' | 'places' | 'projects' | 'today'>

/** A session in words, and what its form offers. */
export const useGroupLabels = (known: Known) => {
  const t = useTranslations('groups')
  const locale = useLocale()
  const format = useFormatter()
  const topics = toWords(known.words, locale)
  const title = ({ on, topic }: Pick<Group, 'on' | 'topic'>): string =>
    `${formatTime(locale, on, 'day')} · ${topics.of(TOPICS, topic)}`
  const facts = (group: Group): string => {
    const place = known.places.find(({ id }) => id === group.placeId)
    return [
      group.startsAt === null || group.endsAt === null
        ? group.startsAt
        : t('hours', { from: group.startsAt, to: group.endsAt }),
      place === undefined ? null : labelIn(place, locale),
      group.office,
      group.interpreterLanguage === null
        ? null
        : t('interpreted', { language: languageName(group.interpreterLanguage, locale) }),
      format.list(
        known.leaders.filter(({ id }) => group.leaders.includes(id)).map(({ name }) => name),
        { type: 'unit' },
      ),
    ]
      .filter((one) => one !== null && one !== '')
      .join(' · ')
  }
  /** How many came, and of whom. */
  const people = (group: Group): string =>
    [
      t('people', { count: group.total }),
      ...HEADS.codes.flatMap((head) =>
        group[head] === 0 ? [] : [t(`count.${head}`, { count: group[head] })],
      ),
    ].join(' · ')
  const choices = (group: Group | null): GroupChoices => ({
    teams: known.teams,
    topics: topics.options(TOPICS),
    leaders: known.leaders,
    places: known.places
      .filter(({ id, isOver }) => !isOver || id === group?.placeId)
      .map((place) => ({ id: place.id, name: labelIn(place, locale) })),
    projects: choosable(known.projects, group?.projectId ?? null),
    languages: languageChoices(locale),
    today: known.today,
  })
  return { t, title, facts, people, choices }
}
