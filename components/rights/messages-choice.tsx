import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { formatTime } from '@/components/ui/time'
import type { ExtractRead } from '@/lib/rights/extract.data'

/** Which messages between colleagues the person is given, one by one: nothing is ticked before someone has read it (docs/adr/0071). */
export const MessagesChoice = ({ messages }: Pick<ExtractRead, 'messages'>) => {
  const t = useTranslations('rights.extract.choice')
  const tc = useTranslations('comments')
  const locale = useLocale()
  if (messages.length === 0) return null
  return (
    <Card as="section" label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="mt-1 text-muted">{t('what')}</p>
      <form autoComplete="off" method="get" className="mt-3 grid gap-4">
        <ul className="grid gap-3">
          {messages.map(({ id, at, kind, text, isGiven }) => (
            <li key={id} className="border-t border-hair pt-3">
              <p id={`said-${id}`} dir="auto" className="mb-2 whitespace-pre-line wrap-anywhere">
                {text}
              </p>
              <Chip name="give" value={id} defaultChecked={isGiven} aria-describedby={`said-${id}`}>
                {t('give', { kind: tc(`kind.${kind}`), on: formatTime(locale, at, 'day') })}
              </Chip>
            </li>
          ))}
        </ul>
        <div>
          <Button type="submit">{t('show')}</Button>
        </div>
      </form>
    </Card>
  )
}
