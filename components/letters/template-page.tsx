import { useLocale, useTranslations } from 'next-intl'
import type { Option } from '@/components/forms/choices'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { formatTime } from '@/components/ui/time'
import { PREVIEWS } from '@/lib/letters/preview.rules'
import type { Template } from '@/lib/letters/template.rules'
import { SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'
import { FieldList } from './field-list'
import type { FieldGroup } from './letter-labels'
import { TemplateStateForm } from './state-form'
import { TemplateForm } from './template-form'

const TAKE = 'inline-flex min-h-11 items-center text-link underline sm:min-h-8'

/** One template for its admins: what it is, how it looks with an invented person, its editions, the next one. */
export const TemplatePage = ({
  template,
  isStale,
  uses,
  groups,
  kinds,
}: {
  template: Template
  /** A field in it is no longer there. */
  isStale: boolean
  /** What its tags are called. */
  uses: readonly string[]
  groups: readonly FieldGroup[]
  kinds: readonly Option[]
}) => {
  const t = useTranslations('letters.editor')
  const l = useTranslations('letters')
  const locale = useLocale()
  const { id, now, editions } = template
  const state = now.state === 'live' ? 'retired' : 'live'
  return (
    <>
      <PageTitle title={now.name} above={<Link href="/settings/letters">{t('title')}</Link>}>
        {[
          l(`readerIs.${now.reader}`),
          l(`purposeIs.${now.purpose}`),
          SHEET_LANGUAGES[now.language].own,
          ...(now.state === 'retired' ? [t('retired')] : []),
        ].join(' · ')}
      </PageTitle>
      <div className="grid max-w-3xl gap-6">
        {isStale ? <Notice kind="late">{t('stale')}</Notice> : null}
        <Section title={t('tryOut')}>
          <ul className="flex flex-wrap gap-x-6">
            {PREVIEWS.codes.map((preview) => (
              <li key={preview}>
                <a href={`/api/letters?id=${id}&preview=${preview}`} className={TAKE}>
                  {t(`preview.${preview}`)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('uses')}>
          <p className="text-dense wrap-anywhere">{uses.length === 0 ? t('usesNone') : uses.join(', ')}</p>
        </Section>
        <Section title={t('editions')}>
          <ol className="grid gap-1 text-dense">
            {[...editions].reverse().map(({ edition, because, publishedAt, by, state: was }) => (
              <li key={edition} className="flex flex-wrap items-baseline gap-x-4">
                <span dir="auto" className="wrap-anywhere">
                  {t('editionLine', {
                    edition,
                    day: formatTime(locale, publishedAt, 'day'),
                    name: by,
                    because,
                  })}
                  {was === 'retired' ? ` · ${t('retired')}` : ''}
                </span>
                <a href={`/api/letters?id=${id}&edition=${edition}`} className={TAKE}>
                  {t('download')}
                  <span className="sr-only">: {edition}</span>
                </a>
              </li>
            ))}
          </ol>
          <Fold label={t(state === 'retired' ? 'retire' : 'bringBack')} of={now.name}>
            <TemplateStateForm templateId={id} version={now.edition} state={state} />
          </Fold>
        </Section>
        <Card as="section" title={t('next')}>
          <div className="mt-3">
            <TemplateForm key={now.edition} template={template} kinds={kinds} />
          </div>
        </Card>
        <Section title={t('fields')}>
          <FieldList groups={groups} />
        </Section>
      </div>
    </>
  )
}
