import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { FileLink } from '@/components/layout/file-link'
import { formatTime } from '@/components/ui/time'
import { sayWord } from '@/lib/circles/member.actions'
import type { AskedWord } from '@/lib/circles/word.data'

/** What a circle is asked, each with its answer for anyone who may give one. */
export const WordsList = ({ words, withCode }: { words: readonly AskedWord[]; withCode: boolean }) => {
  const t = useTranslations('circles')
  const locale = useLocale()
  const what = ({ kind, name, memberKind, guestKind, parts, isPrivileged, until }: AskedWord): string => {
    if (kind === 'unseal') return t('word.unseal')
    const facts = [
      ...(guestKind === null ? [] : [t(`guest.kind.${guestKind}`)]),
      ...(memberKind === null ? [] : [t(`member.kind.${memberKind}`)]),
      ...parts.map((part) => t(`guest.part.${part}`)),
      ...(isPrivileged ? [t('member.privileged')] : []),
      ...(until === null ? [] : [t('guest.until', { until: formatTime(locale, until, 'moment') })]),
    ]
    return t('word.letIn', { name, as: facts.join(' · ') })
  }
  return (
    <ul>
      {words.map((word) => (
        <li key={word.id} className="border-t border-hair py-3 first:border-t-0">
          <p>
            {withCode ? (
              <>
                <FileLink code={word.file.code} id={word.file.id} /> ·{' '}
              </>
            ) : null}
            {what(word)}
          </p>
          <p dir="auto" className="wrap-anywhere">
            {word.reason}
          </p>
          <p className="text-sm text-muted">
            {t('word.asked', { name: word.by, when: formatTime(locale, word.at, 'moment') })}
          </p>
          <div className="mt-1 flex flex-wrap gap-3 print:hidden">
            {word.isMine ? (
              <ActionButton action={sayWord} input={{ wordId: word.id, agrees: false }} kind="plain">
                {t('word.takeBack')}
              </ActionButton>
            ) : (
              <>
                <ActionButton action={sayWord} input={{ wordId: word.id, agrees: true }}>
                  {t('word.agree')}
                </ActionButton>
                <ActionButton action={sayWord} input={{ wordId: word.id, agrees: false }} kind="plain">
                  {t('word.refuse')}
                </ActionButton>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
