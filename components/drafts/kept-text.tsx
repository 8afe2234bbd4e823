'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LeftTexts } from '@/components/forms/left-texts'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { openBrowserOutbox } from '@/lib/drafts/browser-outbox'
import { typedTextsOf } from '@/lib/drafts/draft-texts.rules'
import { toPlainText } from '@/lib/drafts/kept-text.rules'
import { ringBell } from '@/lib/drafts/outbox-bell'
import type { Unsent } from './kept'
import { useKeptLabels } from './kept-labels'
import { saveAsFile } from './save-as-file'

/** One text: what it is, where it stands, and the ways out: into its form, into a file, away. */
export const KeptText = ({ kept, onDelete }: { kept: Unsent; onDelete: () => void }) => {
  const t = useTranslations('drafts')
  const errorWords = useErrorLabels()
  const router = useRouter()
  const { when, title } = useKeptLabels()
  const [isShown, setShown] = useState(false)
  const [isStuck, setStuck] = useState(false)
  const { one } = kept
  const name = title(one)
  const values = one.values ?? {}
  const texts = typedTextsOf(kept.kind === 'draft' ? kept.one : { values })
  const isElsewhere = kept.kind === 'draft' && kept.one.isBeingWritten
  const open = async (): Promise<void> => {
    // The form comes from the server: without it nothing is taken out of the outbox.
    if (!navigator.onLine) return setStuck(true)
    // A device that is full refuses to take it out, and nothing has changed.
    const tab =
      kept.kind === 'draft' ? kept.one.tab : (await (await openBrowserOutbox())?.takeBack(kept.one.id))?.tab
    ringBell({ kind: 'changed' })
    if (tab !== undefined) router.push(`${one.path}#draft=${tab}`)
  }
  const why = (): string | null => {
    if (one.problem === null) return null
    const [code] = Object.values(one.problem.fields ?? {})
    if (one.problem.code === 'changedMeanwhile') return t('conflict')
    if (one.problem.code === 'requestIdReused') return t('reused')
    return errorWords(one.problem.code === 'invalid' ? (code ?? 'invalid') : one.problem.code, t('oneAnswer'))
  }
  return (
    <Card as="article" label={name}>
      <h3>{name}</h3>
      <p className="text-muted">
        {kept.kind === 'draft' && kept.one.from === 'server'
          ? t('writtenElsewhere', { when: when(one.at) })
          : t('writtenAt', { when: when(one.at) })}
      </p>
      {why() === null ? null : <p className="mt-1 font-semibold text-danger">{why()}</p>}
      {isElsewhere ? <p className="mt-1">{t('inAnotherWindow')}</p> : null}
      {isStuck ? (
        <p role="alert" className="mt-1">
          {t('noConnection')}
        </p>
      ) : null}
      {isShown ? <LeftTexts label={t('look')} none={t('noText')} texts={texts} /> : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {isElsewhere || one.path === '' ? null : (
          <Button size="small" onClick={() => void open().catch(() => setStuck(true))}>
            {t(kept.kind === 'draft' ? 'restore' : 'state.open')}
          </Button>
        )}
        <Button size="small" kind="quiet" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t('look')}
        </Button>
        <Button
          size="small"
          kind="quiet"
          onClick={() => saveAsFile(one.at, toPlainText(`${name}, ${when(one.at)}`, values))}
        >
          {t('export')}
        </Button>
        {isElsewhere ? null : (
          <Button size="small" kind="plain" onClick={onDelete}>
            {t('delete')}
          </Button>
        )}
      </div>
    </Card>
  )
}
