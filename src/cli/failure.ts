/** What stops the command line: one sentence for the person at the terminal, and exit code 2. */
export class CannotRun extends Error {}

/** Other people's errors bring stack traces and advice that does not fit here. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trim()

/** Why the file system refused, in words. */
export function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied'
    case 'ENOENT':
      return 'no such file or directory'
    case 'EISDIR':
      return 'it is a directory'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a file is in the way'
    case 'ENOSPC':
      return 'no space left'
    case 'EROFS':
      return 'the file system is read-only'
    default:
      return firstLine(error)
  }
}
