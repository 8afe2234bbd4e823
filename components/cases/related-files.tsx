import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { fileHref } from '@/lib/cases/file-part.view'
import { unrelateFile } from '@/lib/cases/related-file.actions'
import type { Related } from '@/lib/cases/related-file.data'
import { useFilePeopleLabels } from './file-people-labels'
import { RelateForm } from './relate-form'

/** Relatives who have files of their own, as far as the reader may open both. */
export const RelatedFiles = ({
  caseId,
  related,
  canEdit,
}: {
  caseId: string
  related: readonly Related[]
  canEdit: boolean
}) => {
  const t = useTranslations('people.related')
  const tc = useTranslations('cases')
  const { role } = useFilePeopleLabels()
  return (
    <Section title={t('title')}>
      {related.length === 0 ? <p className="text-dense text-muted">{t('none')}</p> : null}
      <ul className="grid gap-1 text-dense">
        {related.map(({ id, file, name, kind, basis, since }) => (
          <li key={id}>
            <bdi dir="auto" translate="no" className="font-semibold wrap-anywhere">
              {name === '' ? tc('noName') : name}
            </bdi>{' '}
            <Link className="code text-link underline" href={fileHref(file, 'details')}>
              {file.code}
            </Link>{' '}
            <span className="text-muted">
              {role({ role: kind, basis })}
              {since === null ? null : (
                <>
                  {', '}
                  {t.rich('since', { time: () => <Time at={since} /> })}
                </>
              )}
            </span>
            {canEdit ? (
              <div className="print:hidden">
                <ActionButton action={unrelateFile} input={{ caseId, relationId: id }} kind="plain">
                  {t('takeAway')}
                  <span className="sr-only">: {file.code}</span>
                </ActionButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {canEdit ? (
        <Fold label={t('add')}>
          <RelateForm caseId={caseId} />
        </Fold>
      ) : null}
    </Section>
  )
}
