'use client'
import { signIn } from 'next-auth/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Notice } from '@/components/ui/notice'
import type { Role } from '@/lib/shared/roles'

export type DemoPerson = { id: string; name: string; role: Role; offices: string[] }

/** One press signs in as an invented colleague. Drawn only in demo mode; the server has the last word. */
export const DemoPeople = ({ people, back }: { people: readonly DemoPerson[]; back: string }) => {
  const t = useTranslations('accounts')
  const forms = useTranslations('forms')
  const [busy, setBusy] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)

  const enterAs = async (staffId: string): Promise<void> => {
    if (busy !== null) return
    setBusy(staffId)
    setFailed(false)
    const answer = await signIn('demo', { staffId, redirect: false }).catch(() => undefined)
    if (answer?.ok) return location.assign(back)
    setBusy(null)
    setFailed(true)
  }

  return (
    <section aria-labelledby="demo-people" className="mt-6">
      <h2 id="demo-people">{t('demo.title')}</h2>
      {failed ? (
        <div className="mt-3">
          <Notice kind="error">{t('demo.failed')}</Notice>
        </div>
      ) : null}
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        {people.map(({ id, name, role, offices }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => void enterAs(id)}
              aria-disabled={busy !== null}
              className="flex h-full min-h-14 w-full flex-col rounded border border-edge bg-surface px-4 py-2 text-start hover:border-accent hover:bg-accent-soft"
            >
              <span className="font-semibold">{busy === id ? forms('press.busy') : name}</span>
              <span className="text-sm text-muted">{[t(`role.${role}`), ...offices].join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
