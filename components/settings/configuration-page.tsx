import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { buttonClass } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { undoEdition } from '@/lib/configuration/configuration.actions'
import { EXAMPLES } from '@/lib/exchange/file.rules'
import type { FilePage } from '@/lib/exchange/files.data'
import { BringFile } from './bring-file'
import { SettingsFrame } from './frame'

/** The configuration as a file: taken out, compared, brought in, taken back. */
export const ConfigurationPage = ({ page: { files, begun, kinds } }: { page: FilePage }) => {
  const t = useTranslations('exchange')
  const locale = useLocale()
  return (
    <SettingsFrame page="configuration">
      <div className="grid gap-8 pt-4">
        <Section title={t('export.title')}>
          <p className="max-w-prose py-2 text-muted">{t('export.what')}</p>
          <p className="py-1">
            <a href="/api/configuration" className={buttonClass()}>
              {t('export.download')}
            </a>
          </p>
        </Section>
        <Section title={t('import.title')}>
          <p className="max-w-prose py-2 text-muted">{t('import.what')}</p>
          <p className="pt-1 font-semibold">{t('import.examples')}</p>
          <ul className="mb-4">
            {EXAMPLES.codes.map((example) => (
              <li key={example} className="flex flex-wrap gap-x-4 py-1">
                <Link href={`/settings/configuration?example=${example}`}>{t(`example.${example}`)}</Link>
                <a href={`/api/configuration?example=${example}`} className="text-sm text-link underline">
                  {t('import.asFile')}
                  <span className="sr-only">: {t(`example.${example}`)}</span>
                </a>
              </li>
            ))}
          </ul>
          <BringFile key={`${begun?.seen ?? ''} ${files.length}`} begun={begun} kinds={kinds} />
        </Section>
        <Section title={t('brought.title')}>
          {files.length === 0 ? <p className="py-2 text-muted">{t('brought.none')}</p> : null}
          <ul>
            {files.map(({ id, at, by, reason, changes, isUndone }) => (
              <li key={id} className="border-b border-hair py-2">
                <p className="wrap-anywhere">
                  <bdi>{reason}</bdi>
                </p>
                <p className="text-sm text-muted">
                  {formatTime(locale, at, 'moment')} · <bdi>{by}</bdi> ·{' '}
                  {t('brought.changes', { count: changes })}
                  {isUndone ? ` · ${t('brought.undone')}` : null}
                </p>
                {isUndone ? null : (
                  <ActionButton action={undoEdition} input={{ editionId: id }} kind="plain">
                    {t('brought.undo')}
                    <span className="sr-only">: {reason}</span>
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </SettingsFrame>
  )
}
