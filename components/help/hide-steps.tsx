'use client'
import { useRouter } from 'next/navigation'
import { setPreferenceCookie } from '@/components/layout/preference-cookie'
import { showToast } from '@/components/ui/toast'

/** Takes the first steps off this device's first screen, for this account; the way back stays for a moment. */
export const HideSteps = ({
  cookie,
  account,
  words,
}: {
  cookie: string
  account: string
  words: { readonly hide: string; readonly hidden: string }
}) => {
  const router = useRouter()
  const set = (value: string | null): void => {
    setPreferenceCookie(cookie, value)
    router.refresh()
  }
  const hide = (): void => {
    set(account)
    showToast({
      words: words.hidden,
      undo: async () => {
        set(null)
        return true
      },
    })
  }
  return (
    <button type="button" onClick={hide} className="min-h-11 px-1 text-dense text-link underline lg:min-h-8">
      {words.hide}
    </button>
  )
}
