'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { Reviewing } from './use-review'

/** Every file of a review has been decided. */
export const Done = ({
  summary,
  files,
  reviewing: { saves, canUndo, undo },
}: {
  summary: string
  files: number
  reviewing: Reviewing
}) => {
  const t = useTranslations('reviews')
  return (
    <EmptyState
      title={t('done', { files })}
      action={
        <div className="flex flex-wrap items-center justify-center gap-3">
          {saves.isClean ? (
            <LinkButton href={summary}>{t('summary.see')}</LinkButton>
          ) : (
            <p role="status">{t('saving')}</p>
          )}
          {canUndo ? (
            <Button kind="plain" onClick={undo}>
              {t('command.undo')}
            </Button>
          ) : null}
        </div>
      }
    >
      {t('doneWhat')}
    </EmptyState>
  )
}
