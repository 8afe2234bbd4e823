import { useLocale, useTranslations } from 'next-intl'
import { useAsylumLabels } from '@/components/asylum/asylum-labels'
import { type Lists, useEpisodeLabels } from '@/components/detention/episode-labels'
import { useGuardianshipLabels } from '@/components/guardianship/guardianship-labels'
import { formatTime } from '@/components/ui/time'
import { useWhenLabels } from '@/components/ui/when-labels'
import type { StoryEvent } from '@/lib/procedure/story.view'
import type { Day } from '@/lib/shared/dates'

/** What a story says: its events in the words of their rooms, its days short, the states of its procedures. */
export const useStoryLabels = (words: Lists, today: Day) => {
  const t = useTranslations('procedure')
  const locale = useLocale()
  const when = useWhenLabels()
  const asylum = useAsylumLabels()
  const episode = useEpisodeLabels(words)
  const minor = useGuardianshipLabels(words)
  /** Of this year with its weekday, of another one with the year. */
  const day = (on: Day): string =>
    formatTime(locale, on, on.slice(0, 4) === today.slice(0, 4) ? 'shortWeekday' : 'shortInYears')
  return {
    t,
    locale,
    asylum,
    episode,
    minor,
    day,
    /** The day of an event, as closely as it is known. */
    dayOf: ({ when: said, on }: StoryEvent): string =>
      said !== null && said.form !== 'exact' ? when.say(said) : day(on),
    event: ({ said }: StoryEvent): string => {
      switch (said.room) {
        case 'asylum':
          return 'kind' in said.of ? asylum.name(said.of) : asylum.said(said.of)
        case 'detention':
          return episode.event(said.of)
        case 'guardianship':
          return minor.name(said.of, said.isChange)
      }
    },
  }
}
export type StoryLabels = ReturnType<typeof useStoryLabels>
