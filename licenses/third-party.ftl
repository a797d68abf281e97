<#-- The list of what is in a jar with everything. One line each; ThirdPartyIT reads them. -->
This distribution holds these libraries. Where several licenses are named, it uses the library under the first.
Beside this file are the texts of the licenses, and in a folder for each library the licenses and notices that came with it.
Sources are at the addresses given, and on Maven Central under the same coordinates with the classifier "sources".

<#list dependencyMap as entry>
<#assign library = entry.getKey()>
${library.groupId}:${library.artifactId}:${library.version} | ${entry.getValue()?join(" OR ")} | ${library.name!library.artifactId} | ${library.url!"no address"}
</#list>
