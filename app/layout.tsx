import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { Alive } from "@/components/shell/alive";
import { COMES_WHOLE } from "@/components/shell/comes-whole";
import { BEFORE_PAINT, THEME_COOKIE, themeFrom } from "@/components/shell/theme.rules";
import "./globals.css";

export const metadata: Metadata = {
  // A page without a title here says it live, with PageTitle.
  title: { default: "", template: "%s · Quarterdeck" },
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
  robots: { index: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f5f3" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1113" },
  ],
};

/** The page around every page: language, theme before the first paint, styles. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme} suppressHydrationWarning>
      {/* Before the styles: a script waits for those that stand above it. */}
      <head>
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `${BEFORE_PAINT};${COMES_WHOLE}` }}
        />
      </head>
      <body>
        <Alive />
        {children}
      </body>
    </html>
  );
}
