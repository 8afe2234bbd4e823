import { useLocale, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import type { OwnEntry } from '@/lib/submissions/waiting.data'
import { FORMS } from '@/lib/submissions/wire.schema'

/** What came from one's phone and is judged by a coordinator: when it was written and what became of it, never about whom. */
export const OwnEntries = ({ entries }: { entries: readonly OwnEntry[] }) => {
  const t = useTranslations('submissions')
  const locale = useLocale()
  if (entries.length === 0) return null
  return (
    <div className="mt-8">
      <Section title={t('own.title')}>
        <p className="text-muted">{t('own.what')}</p>
        <ul className="mt-2 grid gap-1">
          {entries.map(({ id, form, writtenAt, reason, how }) => (
            <li key={id}>
              {t(`form.${FORMS.read(form)}`)}, {formatTime(locale, writtenAt, 'moment')}:{' '}
              <span className="text-muted">
                {how === null
                  ? t(reason === 'closed' ? 'own.closed' : 'own.elsewhere')
                  : t(how === 'placed' ? 'own.placed' : 'own.refused')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
