'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useId, useRef, useState } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { controlClass } from '@/components/forms/field'
import { withStepUp } from '@/components/forms/with-step-up'
import { Button } from '@/components/ui/button'
import { useIsLive } from '@/components/ui/use-is-live'
import { renewCalendar, revokeCalendar } from '@/lib/planning/feed.actions'

const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/**
 * Makes a new secret address, shown once: the browser draws the secret and tells the server its hash, so that the
 * database cannot give the address away, and neither can we.
 */
export const CalendarAddress = ({
  hasAddress,
  showsDeadlines,
}: {
  hasAddress: boolean
  showsDeadlines: boolean
}) => {
  const t = useTranslations('planning.calendar')
  const router = useRouter()
  const id = useId()
  const isLive = useIsLive()
  const field = useRef<HTMLInputElement>(null)
  const [hasDeadlines, setHasDeadlines] = useState(showsDeadlines)
  const [address, setAddress] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'copied'>('idle')

  const renew = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
    const secretHash = toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret)))
    const sent = { requestId: crypto.randomUUID(), input: { secretHash, hasDeadlines } }
    const answer = await withStepUp(() => renewCalendar(sent).catch(() => null))
    if (answer === null || !answer.ok) return setState('failed')
    setAddress(new URL(`/api/calendar/${secret}.ics`, location.origin).href)
    setState('idle')
    router.refresh()
  }
  const copy = async (text: string): Promise<void> => {
    field.current?.select()
    await navigator.clipboard.writeText(text)
    setState('copied')
  }

  return (
    <div className="grid gap-4">
      {address === null ? null : (
        <div className="grid gap-2">
          <label htmlFor={id} className="font-semibold">
            {t('address')}
          </label>
          <p className="text-sm text-muted">{t('addressOnce')}</p>
          <input
            autoComplete="off"
            ref={field}
            id={id}
            readOnly
            value={address}
            translate="no"
            className={controlClass('min-h-11 w-full')}
          />
          {/* Without permission for the clipboard the field stays selected. */}
          <p>
            <Button onClick={() => void copy(address).catch(() => setState('idle'))}>{t('copy')}</Button>
          </p>
        </div>
      )}
      <label className="flex min-h-11 items-center gap-3">
        <input
          autoComplete="off"
          type="checkbox"
          disabled={!isLive}
          className="size-5 shrink-0 accent-accent"
          checked={hasDeadlines}
          onChange={({ target }) => setHasDeadlines(target.checked)}
        />
        <span>{t('withDeadlines')}</span>
      </label>
      <p className="flex flex-wrap items-center gap-3">
        <Button
          kind={hasAddress ? 'quiet' : 'primary'}
          onClick={() => void renew()}
          aria-disabled={state === 'busy'}
        >
          {t(hasAddress ? 'renew' : 'make')}
        </Button>
        {hasAddress ? (
          <ActionButton action={revokeCalendar} input={{}} size="normal">
            {t('revoke')}
          </ActionButton>
        ) : null}
      </p>
      <p role="status" className={state === 'failed' ? 'text-danger' : 'text-sm text-done'}>
        {state === 'copied' ? t('copied') : state === 'failed' ? t('failed') : ''}
      </p>
    </div>
  )
}
