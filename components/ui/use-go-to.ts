'use client'
import { useRouter } from 'next/navigation'

/** Goes to an address of the application, as a link would (link.tsx). */
export const useGoTo = (): ((address: string) => void) => {
  const router = useRouter()
  return (address) => router.push(address)
}
