'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { findAlike } from '@/lib/cases/intake.actions'

type Found = { readonly name: string; readonly codes: readonly string[] }

/** Could it be somebody we know? Asked by a press, answered from one's own files, and it never stops the form. */
export const AlikeHint = ({ name }: { name: string }) => {
  const t = useTranslations('people')
  const [found, setFound] = useState<Found | null>(null)
  const [isAsking, setAsking] = useState(false)
  const asked = name.trim()
  const ask = async (): Promise<void> => {
    setAsking(true)
    try {
      const answer = await findAlike({ requestId: crypto.randomUUID(), input: { name: asked } })
      setFound({ name: asked, codes: answer.ok ? answer.value.files.map(({ code }) => code) : [] })
    } catch {
      setFound(null)
    } finally {
      setAsking(false)
    }
  }
  if (asked.length < 3) return null
  const isFresh = found !== null && found.name === asked
  return (
    <div className="grid justify-items-start gap-2">
      <Button kind="quiet" aria-disabled={isAsking} onClick={() => void ask()}>
        {t('alike.ask')}
      </Button>
      <div role="status">
        {isFresh && found.codes.length === 0 ? <p className="text-muted">{t('alike.nobody')}</p> : null}
        {isFresh && found.codes.length > 0 ? (
          <>
            <p className="font-semibold">{t('alike.maybe', { count: found.codes.length })}</p>
            <ul className="flex flex-wrap gap-x-4">
              {found.codes.map((code) => (
                <li key={code}>
                  <Link
                    href={`/cases/${code}`}
                    prefetch={false}
                    target="_blank"
                    className="num inline-block py-2 font-semibold"
                  >
                    {code} <span className="font-normal">({t('alike.newTab')})</span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}
