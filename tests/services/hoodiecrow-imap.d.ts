/** As far as the tests use it. */
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  type Message = { raw: string; uid: number; flags: string[] };
  type Folder = { messages: Message[]; uidvalidity: number; uidnext: number; allowPermanentFlags: boolean };
  type ImapServer = {
    server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done?: () => void): void;
    getMailbox(path: string): Folder;
    appendMessage(folder: string, flags: string[], at: string | undefined, raw: string): void;
  };
  export default function hoodiecrow(options: {
    plugins: string[];
    users: Record<string, { password: string }>;
    storage: Record<string, object>;
  }): ImapServer;
}
