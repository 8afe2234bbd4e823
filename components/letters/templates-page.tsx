import { useTranslations } from 'next-intl'
import type { Option } from '@/components/forms/choices'
import { NewRow } from '@/components/forms/new-row'
import { BackLink } from '@/components/layout/back-link'
import { PageTitle } from '@/components/layout/page-title'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import type { Template } from '@/lib/letters/template.rules'
import { SHEET_LANGUAGES } from '@/lib/sheets/sheet.rules'
import { FieldList } from './field-list'
import type { FieldGroup } from './letter-labels'
import { TemplateForm } from './template-form'

/** The templates of letters, for admins: which there are, a new one, and what a template may name. */
export const TemplatesPage = ({
  templates,
  groups,
  kinds,
}: {
  templates: readonly Template[]
  groups: readonly FieldGroup[]
  kinds: readonly Option[]
}) => {
  const t = useTranslations('letters.editor')
  const live = templates.filter(({ now }) => now.state === 'live')
  const retired = templates.filter(({ now }) => now.state === 'retired')
  return (
    <>
      <BackLink href="/settings">{t('above')}</BackLink>
      <PageTitle title={t('title')}>{t('what')}</PageTitle>
      <div className="grid max-w-4xl gap-6">
        {live.length === 0 ? <p className="text-muted">{t('none')}</p> : <Lines templates={live} />}
        <NewRow isMain label={t('new')}>
          <TemplateForm key={templates.length} template={null} kinds={kinds} />
        </NewRow>
        <Fold label={t('fields')}>
          <FieldList groups={groups} />
        </Fold>
        {retired.length === 0 ? null : (
          <Fold label={t('retiredOnes', { count: retired.length })}>
            <Lines templates={retired} />
          </Fold>
        )}
      </div>
    </>
  )
}

const Lines = ({ templates }: { templates: readonly Template[] }) => {
  const t = useTranslations('letters')
  return (
    <ul className="border-t border-edge">
      {templates.map(({ id, now: { name, reader, purpose, language } }) => (
        <li key={id} className="border-b border-hair py-2.5">
          <Link href={`/settings/letters/${id}`} className="font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </Link>
          <p className="text-sm text-muted">
            {[t(`readerIs.${reader}`), t(`purposeIs.${purpose}`), SHEET_LANGUAGES[language].own].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
