'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { CLOSE, DONE, Drawing } from '@/components/ui/drawing'
import { Link } from '@/components/ui/link'
import { currentToast, onToast, showToast, type Toast } from '@/components/ui/toast'

/** So long it stays, and longer under the mouse or with the focus in it. */
const STAYS = 10_000
const WRITES = 'input, textarea, select, [contenteditable=true]'

const isUndoKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'z'
/** Where one writes, the key takes back what one wrote; a dialog waits for its answer. */
const isMeantForPage = ({ target }: KeyboardEvent): boolean =>
  !(target instanceof Element && target.closest(WRITES) !== null) &&
  document.querySelector('dialog:modal') === null

/** What was done a moment ago, at the lower edge of every page, with the way back. It is announced and never takes the focus. */
export const ToastLine = () => {
  const t = useTranslations('forms.toast')
  const toast = useSyncExternalStore(onToast, currentToast, () => null)
  const [isHeld, setHeld] = useState(false)
  const isUndoing = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (toast === null || isHeld) return
    const timer = setTimeout(() => showToast(null), STAYS)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  // A button that goes while it has the focus tells of no leaving.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is looked at anew
  useEffect(() => {
    setHeld(box.current?.matches(':hover, :focus-within') ?? false)
  }, [toast])
  /** The line goes: who had the focus in it goes on with the page. */
  const next = useCallback((after: Toast | null): void => {
    if (box.current?.contains(document.activeElement))
      document.getElementById('main')?.focus({ preventScroll: true })
    showToast(after)
  }, [])
  const undo = useCallback(
    async ({ undo: back }: Toast): Promise<void> => {
      if (back === undefined || isUndoing.current) return
      isUndoing.current = true
      const result = await back().catch(() => false)
      isUndoing.current = false
      next({ words: typeof result === 'string' ? result : t(result ? 'undone' : 'notUndone') })
    },
    [t, next],
  )
  useEffect(() => {
    if (toast?.undo === undefined) return
    const key = (event: KeyboardEvent): void => {
      if (!isUndoKey(event) || !isMeantForPage(event)) return
      event.preventDefault()
      void undo(toast)
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [toast, undo])
  return (
    <div
      data-print="no"
      className="pointer-events-none fixed inset-x-3 bottom-20 z-30 flex justify-center lg:bottom-6 lg:left-50 print:hidden"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse above it only lets it stay */}
      <div
        ref={box}
        data-toast={toast === null ? undefined : ''}
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        className={
          toast === null
            ? 'sr-only'
            : 'pointer-events-auto flex max-w-full flex-wrap items-center gap-x-3 rounded bg-rail ps-4 pe-1 text-dense text-rail-ink shadow-layer'
        }
      >
        {/* Always in the page: what comes into it is read out. */}
        <p role="status" className="flex min-w-0 items-center gap-2 py-2">
          {toast === null ? null : (
            <>
              <Drawing path={DONE} className="size-4.5 shrink-0" />
              <span className="min-w-0 wrap-anywhere">{toast.words}</span>
            </>
          )}
        </p>
        {toast === null ? null : (
          <>
            {toast.go === undefined ? null : (
              <Link
                href={toast.go.href}
                onClick={() => next(null)}
                className="inline-flex min-h-11 items-center rounded px-2 font-semibold text-inherit underline hover:bg-rail-active focus-visible:outline-sun lg:min-h-9"
              >
                {toast.go.words}
              </Link>
            )}
            {toast.undo === undefined ? null : (
              <button
                type="button"
                onClick={() => void undo(toast)}
                aria-keyshortcuts="Control+Z Meta+Z"
                className="min-h-11 rounded px-2 font-semibold underline hover:bg-rail-active focus-visible:outline-sun lg:min-h-9"
              >
                {t('undo')}
              </button>
            )}
            <button
              type="button"
              onClick={() => next(null)}
              className="grid size-11 shrink-0 place-items-center rounded hover:bg-rail-active focus-visible:outline-sun lg:size-9"
            >
              <Drawing path={CLOSE} className="size-4.5" />
              <span className="sr-only">{t('close')}</span>
            </button>
          </>
        )}
      </div>
    </div>
  )
}
