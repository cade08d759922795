<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>CredentialsPage</name>
    <message>
        <source>Project and key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds project ID, key and secret in the text you copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call this project, for example Contoso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs in and asks for each environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportWizard</name>
    <message>
        <source>Export a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  What</source>
        <comment>First page of the export wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  How long</source>
        <comment>Second page of the export wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  Where</source>
        <comment>Third page of the export wizard</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the line for longshorectl that does the same; it holds no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <comment>Leaves the export wizard, nothing is started</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <comment>To the page before</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <comment>To the next page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files and secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep files &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask &amp;me for the secret at each start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier says how much harm a mistake does there. It can be raised at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional &amp;environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobDetails</name>
    <message>
        <source>Export &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the id of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything support needs, without secrets and signed links</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepPage</name>
    <message>
        <source>How long should the service keep the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long enough to download it. Your copy here is not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours to keep the file on the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <comment>The finished files</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlatformPage</name>
    <message>
        <source>Where are the databases?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Optimizely DXP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own project, with its ID, key and secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own project. You need its project ID and an API key with its secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server on this computer that behaves like the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server inside this program that behaves like the service, with made-up data. Nothing here touches a real site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What do I need?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the DXP management portal open your project, then the API tab. Add API credentials, give them a name, and tick the environments they may touch. The portal shows the secret once: copy it together with project ID and key, and use Paste all on the next page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep it in the system&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep files in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choo&amp;se…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named {site}-{environment}-{database}-{date}-{time}.bacpac; an existing file is never replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Extra certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM file trusted beside the system&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of extra certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Limit speed to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed limit in megabytes per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what goes on before &amp;quitting while jobs run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatPage</name>
    <message>
        <source>What should be exported?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;MS</source>
        <comment>A database</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ommerce</source>
        <comment>A database</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bo&amp;th</source>
        <comment>Both databases</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two jobs, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>Where should it go?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download and verify it when it is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <comment>Choose another folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Announcer</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Assistant</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>A step on top of an assistant: its number and its name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::ConnectAssistant</name>
    <message>
        <source>Connect a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::CredentialsPage</name>
    <message>
        <source>Credentials</source>
        <extracomment>Name of an assistant&apos;s page: project, key and secret</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next without test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test and &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project ID, key or secret in the text you copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy them together from the API tab of the portal and press Paste all again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project ID is not complete: it has 32 letters and digits in five groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key holds something that a key never has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service address has to begin with https:// and end with /api/v1.0/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a blank in the secret. Copy it again without the blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not complete: its length is not a multiple of four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret holds something that a secret never has. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in and asking for each environment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in. Clock %1 s against the server.</source>
        <extracomment>%1 is a number of seconds, may be negative</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::DatabaseCard</name>
    <message>
        <source>Last export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>Button of one database: opens the export wizard</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1 again as last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the same export as last time, without further questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the last export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet; learned from the first export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Show the job</source>
        <extracomment>Read aloud. %1 is the state of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::ElidedLabel</name>
    <message>
        <source>Copy</source>
        <extracomment>Copy the text under the pointer</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::EnvironmentPage</name>
    <message>
        <source>Databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no right for %1 of %2.</source>
        <extracomment>%1 is an environment, %2 a connected project</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a key with rights there and put it in with Edit connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import here is not possible: the service never overwrites the databases of %1 through its API. Import to Integration or an additional environment instead.</source>
        <extracomment>%1 is an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::EnvironmentsModel</name>
    <message>
        <source>%1, tier %2, last export %3, %4</source>
        <extracomment>Read aloud. %1 place, %2 tier, %3 when it was last exported, %4 what goes on there now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>When an environment was last exported</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <extracomment>Column heading: a connected project</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <extracomment>Column heading</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <extracomment>Column heading: how much harm a mistake does there</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on server until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column heading: what goes on there at this moment</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::ErrorText</name>
    <message>
        <source>This computer’s clock is %1 behind the server’s, so signed requests are refused.</source>
        <extracomment>%1 is a duration, for example &quot;6 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer’s clock is %1 ahead of the server’s, so signed requests are refused.</source>
        <extracomment>%1 is a duration, for example &quot;6 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret holds a blank or a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret does not have the length of a client secret; a part of it may be missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret has characters that a client secret cannot have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was finished before stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <extracomment>%1 is what was looked for: a file, a connection, an export</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or refresh the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safety rule refused this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent and nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of “%1” cannot be used.</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no right for %1.</source>
        <extracomment>%1 is a project, or a project and an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request; nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another key, or have this right added in the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret of “%1” is not stored on this computer.</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent or stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the secret again from the portal, all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your secrets are safe in it; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it and try again, or type the secret for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no password store running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret was written anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the secret at each start, or set up a password store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work on the server goes on, and data already here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It continues by itself when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address %1 was not found.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute; check the address and the port if it stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data already here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; check the network if it stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transfer stood still for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; it goes on at the same byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the request through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing reached the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in Settings, Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was far larger than it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was thrown away; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address belongs to the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a transfer goes on at the same byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server shows a certificate of another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address; do not go on over this network if it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between you and the server signs its traffic: issuer “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it is your company’s proxy, add its certificate in Settings, Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another export of this project is running; the service does one at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was started and nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue it; it starts by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks us to wait %1.</source>
        <extracomment>%1 is a duration, for example &quot;40 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks us to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It continues by itself after the pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed to answer (status %1).</source>
        <extracomment>%1 is an HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault is on the server; data already here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read its words under Details, correct the request, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that the export failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database itself was only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again; send the job’s report to support if it fails twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered in a way this version does not understand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed by reading it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address belongs to the service, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer keeps this export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database itself is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again, and keep it longer if the download takes its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We asked for the export and did not hear back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not have started; asking again blindly could start a second one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the server first, then adopt the export or forget it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download link has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a fresh link with Retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file store refuses this link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry with a fresh link; send the job’s report to support if it is refused again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That package name is already linked to a deployment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the next version of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file on the server changed while it was being downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two versions were not mixed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download again from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room in %1; %2 more are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room in %1.</source>
        <extracomment>%1 is a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room or choose another folder, then retry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file named %1 exists already.</source>
        <extracomment>%1 is a path</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let us read or write %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other files were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of the folder, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program’s own state file cannot be used: %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded databases are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and the file’s rights, then start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process of this program does the work for this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost; it sees what you ask for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it finish, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was stopped; finished work is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, and send us the job’s report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not added to the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not have the size the server announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file’s fingerprint (SHA-256) is not the one recorded for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is marked as damaged; the database on the server is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another copy, or export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a complete database package.</source>
        <extracomment>%1 is a part inside the file, for example &quot;model.xml&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a complete database package: see %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was overwritten; the database on the server is untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download it again; export again if that does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: %1</source>
        <extracomment>%1 is the name of an error code</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status: %1</source>
        <extracomment>%1 is an HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About: %1</source>
        <extracomment>What an error is about: a field, a file, an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words: %1</source>
        <extracomment>The words of the server or the system</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::ExportText</name>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a moment: &quot;until Wed 14 Jan 14:25&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being exported; the service does one export of a project at a time. Yours starts when that is done.</source>
        <extracomment>%1 is a job: &quot;Contoso / Production CMS&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Some projects refuse to keep a file for more than %1. If yours does, the export is refused and nothing is started.</source>
        <extracomment>%1 is a duration: &quot;72 hours&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no experience with this database yet; 24 hours are enough for most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export and download usually take up to %1, so %2 are enough.</source>
        <extracomment>%1 and %2 are durations: &quot;Export and download usually take up to 44 min, so 24 hours are enough.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never exported here</source>
        <extracomment>About a database of an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last export %1</source>
        <extracomment>%1 is a moment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last export %1, %2</source>
        <extracomment>%1 is a moment, %2 a size</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the disk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 free. How much is needed is known after the first export.</source>
        <extracomment>%1 is a size</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about %1 (last export), but only %2 are free.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs about %1 (last export), %2 free.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verified copy from %1 is in your library.</source>
        <extracomment>%1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1 on the server, then %2 to download.</source>
        <extracomment>%1 and %2 are usual durations: &quot;22–35 min&quot;, &quot;about 9 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually %1 on the server.</source>
        <extracomment>%1 is a usual duration: &quot;22–35 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually up to %1 for both.</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service makes a package of %1 of %2. The site stays online and is not changed.</source>
        <extracomment>%1 is a database (&quot;CMS&quot;) or both, %2 a place (&quot;Contoso / Production&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It keeps the package until about %1.</source>
        <extracomment>%1 is a moment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longshore downloads it, checks size, fingerprint and format, and files it in your library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is downloaded; you can do that as long as the package is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two jobs run one after the other, because the service does one export of a project at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key has no right for that environment. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose between 1 hour and 365 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be written to. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with this name exists there. Choose another name; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has to end in .bacpac and cannot hold / \ : * ? &quot; &lt; &gt; or |.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::ExportWizard</name>
    <message>
        <source>&amp;Next</source>
        <extracomment>Button of the export wizard when another export of the project runs</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add to queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>Read aloud: the page of the export wizard</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. Paste it into a terminal; it holds no secret.</source>
        <extracomment>The command line that does the same is in the clipboard</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for exported databases</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::FailureWindow</name>
    <message>
        <source>Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy for support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longshore cannot start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::FilesPage</name>
    <message>
        <source>Keep files in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and secrets</source>
        <extracomment>Name of an assistant&apos;s page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <extracomment>Finishes the Connect assistant</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connec&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the system&apos;s keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, which works. It is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Unlock it, or type the secret at each start. It is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your system has no password store running. You can type the secret at each start, or set one up. It is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier of %1</source>
        <extracomment>Read aloud. %1 is an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for files has to be a full path.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Formatting</name>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size, for example &quot;71.3 MB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A duration in seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A duration in minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A duration in hours and minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <extracomment>%1 is a clock time</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::HelpWindow</name>
    <message>
        <source>Longshore Help</source>
        <extracomment>Title of the window with the help pages</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <extracomment>Button: the list of help pages</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: the page before</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::HistoryList</name>
    <message>
        <source>Lately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobActions</name>
    <message>
        <source>Adopt an export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portal and the vendor’s tools show the id of an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt</source>
        <extracomment>Button: take over the export with the typed id</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the export:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget “%1”?</source>
        <extracomment>%1 is the title of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is dropped here. If the server made the export, it keeps it until its time is over, but nothing is downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobDetails</name>
    <message>
        <source>We asked for the export and did not hear back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may or may not run on the server, so nothing is asked a second time. Look at the server first; adopt the export if you know its id; forget the job if it does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server goes on with this export; we no longer ask about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch again to download it when it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobReport</name>
    <message>
        <source>State: %1</source>
        <extracomment>In a report. %1 is the state of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier: %1</source>
        <extracomment>In a report. %1 is a tier</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server says: %1</source>
        <extracomment>In a report. %1 is a word of the server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for: %1 h</source>
        <extracomment>In a report. %1 is a number of hours</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created: %1</source>
        <extracomment>In a report. %1 is a point in time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <extracomment>In a report. %1 is a point in time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks: %1, link renewals: %2, retries: %3</source>
        <extracomment>In a report; %1 to %3 are numbers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: %1 bytes</source>
        <extracomment>In a report. %1 is a number of bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobState</name>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a place (&quot;Contoso / Production&quot;), %2 a database (&quot;CMS&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → Library</source>
        <extracomment>Title of a job: from %1 (&quot;Contoso / Production CMS&quot;) to the person&apos;s library</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → kept on the server</source>
        <extracomment>Title of a job that makes %1 ready on the server and downloads nothing</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn: one export at a time in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for %1: one export at a time in this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the network; goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a fresh link; goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for room in %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs the secret of %1</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits as long as the server asked; goes on by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused; what is here already is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you</source>
        <extracomment>State of a job: it needs something from the person</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <extracomment>State of a job: nobody knows whether the server started it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server is working</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready on the server</source>
        <extracomment>State of a job: the file can be fetched from the server</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <extracomment>State of a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watched</source>
        <extracomment>State of a job: the server goes on, we no longer ask</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgotten</source>
        <extracomment>State of a job: the person told us to forget it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::JobText</name>
    <message>
        <source>asking for the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server makes the package</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>downloading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filing in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We asked and did not hear back; look before asking again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server goes on; you are not told when it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 says what is being done: &quot;Step 3 of 4: downloading&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified: size, fingerprint and format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file waits on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file on the server stays until its time is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left of it on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped here; the server may have made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s</source>
        <extracomment>A usual duration in seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <extracomment>A usual duration: %1 to %2 seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min</source>
        <extracomment>A usual duration in minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <extracomment>A usual duration: %1 to %2 minutes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A usual duration; %1 and %2 are durations: &quot;50 s to 2 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <extracomment>%1 is a usual duration: &quot;22–35 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked %1 ago</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, next in %2</source>
        <extracomment>%1 says when we asked, %2 is a duration: &quot;checked 12 s ago, next in 18 s&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link valid until %1, renews by itself</source>
        <extracomment>%1 is a moment: &quot;today 16:29&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>renewed %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <extracomment>%1 is a step (&quot;Step 3 of 4: downloading&quot;), %2 and %3 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobTimeline</name>
    <message numerus="yes">
        <source>asked %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for the export</source>
        <extracomment>First step of an export</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server makes the package</source>
        <extracomment>Second step of an export</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <extracomment>Third step of an export</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify and file</source>
        <extracomment>Fourth step of an export</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <extracomment>%1 is a clock time, %2 a duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2, %3</source>
        <extracomment>%1 and %2 are clock times, %3 a duration: &quot;14:02 → 14:29, 27 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <extracomment>%1 is a usual duration</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>tried again %n time(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <extracomment>%1 is a fingerprint in hexadecimal</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size, fingerprint (SHA-256) and format</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobVerbs</name>
    <message>
        <source>Remove from queue</source>
        <extracomment>What can be done with a job: nothing was sent yet, nothing will be</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching</source>
        <extracomment>What can be done with a job: the server goes on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <extracomment>What can be done with a job: ask the server now</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>What can be done with a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>What can be done with a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the server</source>
        <extracomment>What can be done with a job whose outcome is unknown</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt an export…</source>
        <extracomment>What can be done with a job whose outcome is unknown: take the id of an export that exists</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <extracomment>What can be done with a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>What can be done with a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <extracomment>What can be done with a job: the same export once more</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <extracomment>What can be done with a job</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from list</source>
        <extracomment>What can be done with a finished job; its file stays</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent for it yet, and nothing will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server goes on with the export; we no longer ask about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks about the export again and downloads it when it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the server now instead of waiting for the next check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bytes that are here are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on at the same byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the download here; the file on the server stays until its time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds out, where it can, whether the export was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the id of an export that is running or finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops the job here and changes nothing on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on from the step that failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the same export once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the folder of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file and its place in the library stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::JobsPanel</name>
    <message>
        <source>No jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an environment and press Ctrl+E to export a database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show finished</source>
        <extracomment>Switch: also show jobs that have ended</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::KeepPage</name>
    <message>
        <source>hours</source>
        <extracomment>Behind a number of hours, in the field itself</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Launcher</name>
    <message>
        <source>Open the practice server&apos;s window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of every screen into DIR and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --tour: dark colours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::LibraryModel</name>
    <message>
        <source>%1 bytes</source>
        <extracomment>%1 is an exact number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified %1</source>
        <extracomment>About a file. %1 is a moment: &quot;today 06:12&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <extracomment>About a file
----------
Column: when a file was checked</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File is gone</source>
        <extracomment>About a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged</source>
        <extracomment>About a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <extracomment>About a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Column: name of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site / Environment</source>
        <extracomment>Column: where a file came from</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <extracomment>Column: Production, Staging, Test, Development</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>Column: when a file was exported</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Column: of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::LibraryPage</name>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every database you export is filed here after it was downloaded and verified. Choose an environment and press Ctrl+E.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change or clear the filter to see the files again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>Caption of a fact about a file: its path</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <extracomment>Caption of a fact about a file: its fingerprint</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at the service</source>
        <extracomment>Caption of a fact about a file: its name at the service</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported</source>
        <extracomment>Caption of a fact about a file: when</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>Caption of a fact about a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <extracomment>%1 is a size</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a place (&quot;Contoso / Production&quot;), %2 a database (&quot;CMS&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 bytes)</source>
        <extracomment>%1 is a size (&quot;18.4 GB&quot;), %2 the exact number of bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked %1 of %2</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is complete and unchanged.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The check of %1 was stopped. Nothing was changed.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to the trash?</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file (%1) leaves the library. It stays in the trash of your system until that is emptied.</source>
        <extracomment>%1 is a size</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to trash</source>
        <extracomment>Button: confirms the move</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::MainWindow</name>
    <message>
        <source>Longshore (practice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server: nothing here touches a real site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other Longshore ended; this window carries on its jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export of %1 started.</source>
        <extracomment>%1 is a place and a database, for example &quot;Contoso / Production CMS&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. Exports at the server go on; we check again when the network is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit while jobs are going on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Notice</name>
    <message>
        <source>Details of the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::OverviewPage</name>
    <message>
        <source>Choose an environment to export its databases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All environments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::PlaceFacts</name>
    <message>
        <source>%1 to export, %2 to download</source>
        <extracomment>%1 and %2 are durations or ranges of durations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to export</source>
        <extracomment>%1 is a duration or a range of durations</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never exported here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <extracomment>The file was checked and is whole</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the library</source>
        <extracomment>The file</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is kept there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1 (%2 left)</source>
        <extracomment>%1 is a moment (&quot;tomorrow 06:12&quot;), %2 a duration (&quot;16 h&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::PlatformPage</name>
    <message>
        <source>Platform</source>
        <extracomment>Name of an assistant&apos;s page: which service the databases are at</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start practice server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::PresetList</name>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, kept %n hours on the server</source>
        <extracomment>%1 is a database, %2 a number of hours</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run preset %1</source>
        <extracomment>Read aloud. %1 is the name of a preset</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the export wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for preset %1</source>
        <extracomment>Read aloud. %1 is the name of a preset</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::QuitPlan</name>
    <message numerus="yes">
        <source>%n downloads pause and go on at the same byte next time.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exports keep running at the server. You will not be told until you open Longshore again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have not begun and wait for the next start.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs still need a decision from you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::RightsList</name>
    <message>
        <source>may export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::SecretDialog</name>
    <message>
        <source>Secret of %1</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your system has no password store running, so the secret is asked for at each start. It stays in memory and is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Type the secret once, or cancel and unlock the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s keychain holds no secret for this project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Session</name>
    <message>
        <source>Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first start makes up its databases, which takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading jobs, files and settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::SettingsDialog</name>
    <message>
        <source>Keep files in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for files has to be a full path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy address reads http://name:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in that file. It has to be PEM text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::SitesModel</name>
    <message>
        <source>Practice server on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, project with %n environments</source>
        <extracomment>%1 is the name of a connected project; %n counts its environments</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This key has no right for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, tier %3</source>
        <extracomment>Read aloud. %1 is an environment, %2 a site, %3 the tier</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no right with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longshore::SitesPanel</name>
    <message>
        <source>Filter sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter sites and environments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites and environments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::TierBadge</name>
    <message>
        <source>Tier: %1</source>
        <extracomment>%1 is the tier&apos;s word, for example &quot;Production&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::TierBand</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud. %1 is a tier (&quot;Production&quot;), %2 a place (&quot;Contoso / Production&quot;)</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WelcomePage</name>
    <message>
        <source>Welcome to Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets the databases of your hosted sites to this computer, checked to the last byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own Optimizely DXP project. You need its project ID and an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice server on this computer with made-up data. It cannot touch a real site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;practice server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WhatPage</name>
    <message>
        <source>%1 (no right with this key)</source>
        <extracomment>%1 is a place the key may not touch</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WherePage</name>
    <message>
        <source>Show it</source>
        <extracomment>Button beside &quot;A verified copy from today 06:12 is in your library.&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WindowActions</name>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exports a database of the selected environment and brings it to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connect a project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a project with its key and learns what the key may touch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;dit connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes key, secret, tiers and environments of the selected project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forgets the selected project and its secret. Files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts a server on this computer that behaves like the service, with made-up data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where files go, proxy, certificates and the speed limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes the program; jobs go on where they were at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All environments in one table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished files: where each came from, and whether it is still whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves to the list of jobs below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves to the filter above the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves between tree, page and jobs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the list of jobs below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains what is on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the next thing you press.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WindowDialogs</name>
    <message>
        <source>Remove the connection to %1?</source>
        <extracomment>%1 is the name of a connected project</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret is removed from the keychain, and unfinished jobs of it cannot go on. Files in the library stay, and nothing changes at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Longshore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longshore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gets the databases of hosted sites to this computer, checked to the last byte.

Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longshore</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::WindowStatus</name>
    <message>
        <source>No jobs running</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs going on</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Library: %n files, %1</source>
        <extracomment>%n counts files in the library, %1 is their size</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Limit %1</source>
        <extracomment>%1 is a speed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <extracomment>State of the network</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the settings of the network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>longshore::Words</name>
    <message>
        <source>Development</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <extracomment>How much harm a mistake does in an environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CMS</source>
        <extracomment>The databases of an Optimizely environment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commerce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>%1 is the name of a site, %2 of one of its environments: &quot;Contoso / Production&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizely DXP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
