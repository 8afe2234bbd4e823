import { useLocale } from 'next-intl'
import { useClockLabels } from '@/components/deadlines/clock-labels'
import { LinkList } from '@/components/ui/link-list'
import { Notice } from '@/components/ui/notice'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { Recorded } from '@/lib/asylum/recorded.view'
import { toWords } from '@/lib/cases/word.view'
import { useAsylumLabels } from './asylum-labels'

/** What was saved a moment ago, and which deadlines began or ended with it. */
export const RecordedNotice = ({
  recorded,
  words,
  deadlinesHref,
}: {
  recorded: Recorded
  words: AsylumPart['words']
  deadlinesHref: string
}) => {
  const { t, name } = useAsylumLabels()
  const clocks = useClockLabels()
  const list = toWords(words, useLocale())
  const isNothing = recorded.started.length + recorded.closed.length === 0
  const what = (): string => {
    switch (recorded.what) {
      case 'event':
        return name(recorded.event)
      case 'document':
        return t(`document.${recorded.document.kind}`)
      case 'reception':
        return list.of('reception_place_type', recorded.reception.placeType)
    }
  }
  return (
    <Notice kind="success" title={t('savedTitle', { event: what() })}>
      {isNothing ? <p>{t('savedNothing')}</p> : <LinkList links={clocks(recorded, deadlinesHref)} />}
    </Notice>
  )
}
