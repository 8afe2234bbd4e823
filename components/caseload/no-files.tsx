import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { GhostRows } from '@/components/ui/ghost-rows'
import { LinkButton } from '@/components/ui/link-button'

/** Why the caseload is empty, and what can be done about it. */
export const NoFiles = ({
  hasFilter,
  hasFiles,
  canCreate,
  canImport,
}: {
  hasFilter: boolean
  hasFiles: boolean
  canCreate: boolean
  canImport: boolean
}) => {
  const t = useTranslations('caseload')
  const imports = useTranslations('imports')
  if (hasFilter && hasFiles)
    return (
      <EmptyState
        title={t('empty.filtered')}
        action={<LinkButton href="/cases">{t('empty.loosen')}</LinkButton>}
      >
        {t('empty.filteredWhat')}
      </EmptyState>
    )
  if (canCreate)
    return (
      <EmptyState
        title={t('empty.none')}
        below={<GhostRows />}
        action={
          <>
            <LinkButton href="/people/new">{t('new')}</LinkButton>
            {canImport ? (
              <LinkButton href="/imports" kind="quiet">
                {imports('bring.title')}
              </LinkButton>
            ) : null}
          </>
        }
      >
        {t('empty.noneWhat')}
      </EmptyState>
    )
  return <EmptyState title={t('empty.noRight')}>{t('empty.noRightWhat')}</EmptyState>
}
