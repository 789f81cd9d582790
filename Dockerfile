# Studydesk as `pnpm serve` runs it. The commands are those of package.json; the database lives in a volume,
# the secret comes as a file. One image serves SQLite and PostgreSQL.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV CI=true
# What is installed changes more rarely than the code: an own layer.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY apps/bench/package.json apps/bench/
COPY apps/dashboard/package.json apps/dashboard/
COPY apps/e2e/package.json apps/e2e/
COPY apps/server/package.json apps/server/
COPY apps/study-site/package.json apps/study-site/
COPY packages/anchors/package.json packages/anchors/
COPY packages/api/package.json packages/api/
COPY packages/db/package.json packages/db/
COPY packages/domain/package.json packages/domain/
COPY packages/mail/package.json packages/mail/
COPY packages/sealing/package.json packages/sealing/
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
COPY . .
RUN npx --yes pnpm@12.21.0 build

FROM node:24-bookworm-slim
WORKDIR /app
# Root owns the code: the process cannot change it.
COPY --from=build /app /app
RUN install -d -o node -g node -m 0700 /var/lib/studydesk
USER node
ENV HOST=0.0.0.0 \
    PORT=4010 \
    NODE_ENV=production \
    STUDYDESK_DATA=/var/lib/studydesk \
    STUDYDESK_KEY_FILE=/var/lib/studydesk/secret.keys \
    STUDYDESK_AUDIT_HEAD_FILE=/var/lib/studydesk/heads.jsonl
VOLUME /var/lib/studydesk
EXPOSE 4010
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4010/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=160", "--import", "tsx", "apps/server/src/cli/serve.ts"]
