import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { ShownPeople } from '@/components/people/shown-people'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import type { ShownName } from '@/lib/cases/shown-people.data'
import { answerErasure } from '@/lib/rights/erasure.actions'
import type { AskedErasure } from '@/lib/rights/erasure.data'
import { GROUNDS } from '@/lib/rights/erasure.rules'
import { AnswerForm } from './answer-form'

/** What waits for a second word: why, by whom, until when, and the answer for anyone who may give one. */
export const AskedList = ({
  asked,
  people,
}: {
  asked: readonly AskedErasure[]
  /** Of each file, where the list is of several; on the page of one file nothing names it again. */
  people?: ReadonlyMap<string, readonly ShownName[]>
}) => {
  const t = useTranslations('rights')
  const locale = useLocale()
  const others = asked.filter(({ isMine }) => !isMine)
  return (
    <div className="grid gap-4">
      <ul>
        {asked.map(({ id, file, ground, words, by, isMine, at, until }) => (
          <li key={id} className="border-t border-hair py-3 first:border-t-0">
            <p>
              {people === undefined ? null : (
                <>
                  <Link
                    href={`/cases/${file.code}/rights?file=${file.id}`}
                    className="inline-flex min-h-11 items-center gap-x-2 sm:min-h-8"
                  >
                    <span className="font-semibold">
                      <ShownPeople people={people.get(file.id)} />
                    </span>
                    <span className="code text-sm">{file.code}</span>
                  </Link>{' '}
                  ·{' '}
                </>
              )}
              {t(`ground.${ground}`)} <span className="text-muted">({GROUNDS[ground]})</span>
            </p>
            <FreeText text={words} />
            <p className="text-sm text-muted">
              {t('answer.asked', {
                name: by,
                on: formatTime(locale, at, 'day'),
                until: formatTime(locale, until, 'day'),
              })}
            </p>
            <ActionButton action={answerErasure} input={{ erasureIds: [id], agrees: false }} kind="plain">
              {t(isMine ? 'answer.takeBack' : 'answer.refuse')}
            </ActionButton>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="text-muted">{t('answer.waits')}</p>
      ) : (
        <AnswerForm
          proposals={others.map(({ id, file, ground }) => ({
            value: id,
            label: `${file.code} · ${t(`ground.${ground}`)}`,
          }))}
        />
      )}
    </div>
  )
}
