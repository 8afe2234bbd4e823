import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { answerConfig, undoEdition } from '@/lib/configuration/configuration.actions'
import type { Edition } from '@/lib/configuration/edition.rules'

/** Whether one of them waits for an answer, which has to be in sight. */
export const isAsked = (editions: readonly Edition[]): boolean =>
  editions.some(({ state }) => state === 'asked')

/** Since when, by whom, and what was before; the newest change can be taken back. */
export const History = ({
  of,
  editions,
  wordsOf,
}: {
  of: string
  editions: readonly Edition[]
  /** What one side of a change said; null: what is shipped. */
  wordsOf: (value: unknown) => string
}) => {
  const t = useTranslations('settings.history')
  const locale = useLocale()
  const newest = editions.find(({ state }) => state === 'set' || state === 'asked')?.id
  if (editions.length === 0) return null
  return (
    <Fold label={t('title', { count: editions.length })} of={of} isOpen={isAsked(editions)}>
      <ol className="grid gap-2 border-s border-hair ps-3 text-dense">
        {editions.slice(0, 20).map((edition) => (
          <li key={edition.id}>
            <p className="wrap-anywhere">
              {t('line', { before: wordsOf(edition.before), after: wordsOf(edition.after) })}
            </p>
            <p className="text-sm text-muted">
              {formatTime(locale, edition.at, 'moment')} · <bdi>{edition.by.name}</bdi>
              {edition.state === 'set' ? null : ` · ${t(`state.${edition.state}`)}`}
              {edition.reason === '' ? null : (
                <>
                  {' · '}
                  <bdi>{edition.reason}</bdi>
                </>
              )}
            </p>
            {edition.id === newest && edition.state === 'set' ? (
              <ActionButton action={undoEdition} input={{ editionId: edition.id }} kind="plain">
                {t('undo')}
                <span className="sr-only">: {of}</span>
              </ActionButton>
            ) : null}
            {edition.state === 'asked' ? <Waiting editionId={edition.id} /> : null}
          </li>
        ))}
      </ol>
    </Fold>
  )
}

/** What waits for a second admin, with its answers. */
export const Waiting = ({ editionId }: { editionId: string }) => {
  const t = useTranslations('settings.history')
  return (
    <div className="flex flex-wrap gap-x-4">
      {(['set', 'refused', 'withdrawn'] as const).map((answer) => (
        <ActionButton key={answer} action={answerConfig} input={{ editionId, answer }} kind="plain">
          {t(`answer.${answer}`)}
        </ActionButton>
      ))}
    </div>
  )
}
