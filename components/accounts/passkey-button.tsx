'use client'
import { startAuthentication } from '@simplewebauthn/browser'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { FormAction } from '@/components/forms/reply'
import { useErrorLabels } from '@/components/forms/use-error-labels'
import { Button } from '@/components/ui/button'
import { useIsLive } from '@/components/ui/use-is-live'
import { beginProof } from '@/lib/accounts/passkey.actions'

/** Proves with a passkey who one is: the device asks for the finger, the face or the PIN, and signs what the server asked. */
export const PasskeyButton = ({
  prove,
  onDone,
  children,
}: {
  prove: FormAction<unknown>
  onDone: () => void
  children: ReactNode
}) => {
  const t = useTranslations('forms.press')
  const labels = useErrorLabels()
  const isLive = useIsLive()
  const [state, setState] = useState<'idle' | 'busy' | 'unknown' | { code: string }>('idle')
  const press = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const asked = await beginProof({ requestId: crypto.randomUUID(), input: {} }).catch(() => null)
    if (asked === null) return setState('unknown')
    if (!asked.ok) return setState({ code: asked.code })
    // Closed, timed out, or not there on this device: the browser does not say which, and no one has to know.
    const passkey = await startAuthentication({ optionsJSON: asked.value.options }).catch(() => null)
    if (passkey === null) return setState({ code: 'passkeyNotUsed' })
    const answer = await prove({ requestId: crypto.randomUUID(), input: { passkey } }).catch(() => null)
    if (answer === null) return setState('unknown')
    if (!answer.ok) return setState({ code: answer.code })
    onDone()
  }
  return (
    <p>
      <Button disabled={!isLive} onClick={() => void press()} aria-disabled={state === 'busy'}>
        {state === 'busy' ? t('busy') : children}
      </Button>
      <span role="status" className="block text-sm text-danger not-empty:mt-2">
        {typeof state === 'object' ? labels(state.code) : ''}
        {state === 'unknown' ? t('unknown') : ''}
      </span>
    </p>
  )
}
