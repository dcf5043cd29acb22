// Names that a Forge site and an installed app have; made up here, stable over restarts.

export const CLOUD_ID = '5d1f7c52-2f4b-4d8e-9d1a-0c7b6f0a3e11';
export const CONTEXT_ARI = `ari:cloud:jira::site/${CLOUD_ID}`;
export const ENVIRONMENT_ID = 'e0c2a0f4-7d5e-4a63-8a2f-5b1d9c3e7f20';
export const INSTALLATION_ID = '0b9e6d1c-3a47-4c58-b6f2-8e7d5a4c1b09';
export const APP_VERSION = '1.0.0';
export const LICENSE = { isActive: true } as const;
