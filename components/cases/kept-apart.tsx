import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Fold } from '@/components/ui/fold'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import { liftApart } from '@/lib/cases/kept-apart.actions'
import type { KeptApart } from '@/lib/cases/kept-apart.data'
import { KeptApartForm } from './kept-apart-form'

/** The files of dangerous people, on which nothing of this file is shown. */
export const KeptApartCard = ({
  caseId,
  kept,
  canEdit,
}: {
  caseId: string
  kept: readonly KeptApart[]
  canEdit: boolean
}) => {
  const t = useTranslations('circles.apart')
  if (kept.length === 0 && !canEdit) return null
  return (
    <Section title={t('title')}>
      <ul className="grid gap-1 text-dense">
        {kept.map(({ id, code }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <Tag kind="danger">{t('never')}</Tag>
            <span className="num font-semibold">{code === '' ? t('unknown') : code}</span>
            {canEdit ? (
              <span className="print:hidden">
                <ActionButton action={liftApart} input={{ caseId, keptId: id }} kind="plain">
                  {t('lift')}
                  <span className="sr-only">: {code}</span>
                </ActionButton>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {canEdit ? (
        <Fold label={t('add')}>
          <p className="pb-3 text-sm text-muted">{t('what')}</p>
          <KeptApartForm caseId={caseId} />
        </Fold>
      ) : null}
    </Section>
  )
}
