'use client'
import { Button } from '@/components/ui/button'

export const PrintButton = ({ children }: { children: string }) => (
  <Button onClick={() => window.print()}>{children}</Button>
)
